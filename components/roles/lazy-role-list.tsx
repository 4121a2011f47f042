"use client";
import { type ComponentProps, lazy } from "react";
import type { RoleList } from "./role-list";

// Asked for at once and beside the rest: the list is in the HTML, its forms work without any script, and no script of the first
// paint waits for its code.
const list = import("./role-list");
const List = lazy(() => list.then((module) => ({ default: module.RoleList })));

export function LazyRoleList(props: ComponentProps<typeof RoleList>) {
  return <List {...props} />;
}
