import type { Action } from "../query/call";
import { CONSTRAINTS, checkConstraints } from "../query/constraints";
import { isRefusal, validationError } from "../refusal";
import { formatRole } from "./format-role";
import { requireIamPermission, verifyIamCaller } from "./iam-caller";

const { PathPrefix, MaxItems } = CONSTRAINTS;

/** IAM API Reference, ListRoles: the caller's account, by name, a page at a time. The marker is where the page begins. */
export const listRoles: Action = (call, sandbox) => {
  const caller = verifyIamCaller(call, sandbox);
  if (isRefusal(caller)) return caller;
  const invalid = checkConstraints(call.parameters, { PathPrefix, MaxItems });
  if (invalid) return invalid;
  const marker = call.parameters.get("Marker") ?? "0";
  if (!/^\d{1,6}$/.test(marker)) return validationError("Invalid Marker.");
  const prefix = `arn:${caller.account.partition}:iam::${caller.account.id}:role${call.parameters.get("PathPrefix") ?? "/"}`;
  const denied = requireIamPermission(call, sandbox, caller, { action: "iam:ListRoles", resource: prefix });
  if (denied) return denied;
  const roles = Array.from(sandbox.estate.roles.values())
    .filter((role) => role.arn.startsWith(prefix))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const end = Number(marker) + Number(call.parameters.get("MaxItems") ?? 100);
  return {
    IsTruncated: end < roles.length,
    Marker: end < roles.length ? end : null,
    Roles: { member: roles.slice(Number(marker), end).map(formatRole) },
  };
};
