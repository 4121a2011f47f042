import { expect, test } from "vitest";
import { orderRoles } from "./order-roles";

const named = (...names: string[]) => names.map((roleName) => ({ roleName, readsOnly: false }));
const order = (names: string[], used: string[] = []) => orderRoles(named(...names), used).map((role) => role.roleName);

test("what only reads comes before what works, and that before what rules", () => {
  expect(order(["Admin", "Developer", "PowerUser", "ReadOnly", "SecurityAudit", "emergency/BreakGlass"])).toEqual([
    "ReadOnly",
    "SecurityAudit",
    "Developer",
    "Admin",
    "emergency/BreakGlass",
    "PowerUser",
  ]);
});

test("what was used here comes first, the newest first, whatever it may do", () => {
  expect(order(["ReadOnly", "Developer", "Admin"], ["Admin", "Developer"])).toEqual(["Admin", "Developer", "ReadOnly"]);
});

test("a role whose sessions are made to read only counts as one that reads", () => {
  const roles = [...named("Developer"), { roleName: "Operator", readsOnly: true }];
  expect(orderRoles(roles, []).map((role) => role.roleName)).toEqual(["Operator", "Developer"]);
});

test("a word within a word is none: a Thread role does not read, a ReadWriteAdmin rules", () => {
  expect(order(["ThreadRunner", "Builder"])).toEqual(["Builder", "ThreadRunner"]);
  expect(order(["ReadWriteAdmin", "Builder"])).toEqual(["Builder", "ReadWriteAdmin"]);
});
