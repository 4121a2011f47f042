"use client";
import { type ComponentProps, lazy, useEffect } from "react";
import { rememberEarlyClick } from "./early-click";
import type { RoleList } from "./role-list";

// Asked for at once and beside the rest: the list is in the HTML, its forms work without any script, and no script of the first
// paint waits for its code.
const list = import("./role-list");
const List = lazy(() => list.then((module) => ({ default: module.RoleList })));

const pressAgain = rememberEarlyClick();

export function LazyRoleList(props: ComponentProps<typeof RoleList>) {
  return (
    <>
      <List {...props} />
      <Arrived />
    </>
  );
}

/** Comes to life together with the list: both hydrate as one. */
function Arrived() {
  useEffect(() => pressAgain(), []);
  return null;
}
