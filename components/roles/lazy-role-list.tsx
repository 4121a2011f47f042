"use client";
import { lazy } from "react";

// Asked for at once and beside the rest: the list is in the HTML, its forms work without any script, and no script of the first
// paint waits for its code.
const list = import("./role-list");

export const LazyRoleList = lazy(() => list.then((module) => ({ default: module.RoleList })));
