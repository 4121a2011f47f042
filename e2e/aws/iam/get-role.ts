import type { Role } from "../estate";
import type { Action } from "../query/call";
import { CONSTRAINTS, checkConstraints } from "../query/constraints";
import { isRefusal, refuse } from "../refusal";
import type { Sandbox } from "../sandbox";
import { formatRole } from "./format-role";
import { requireIamPermission, verifyIamCaller } from "./iam-caller";

/** IAM API Reference, GetRole: a role of the caller's own account. */
export const getRole: Action = (call, sandbox) => {
  const caller = verifyIamCaller(call, sandbox);
  if (isRefusal(caller)) return caller;
  const invalid = checkConstraints(call.parameters, { RoleName: CONSTRAINTS.RoleName });
  if (invalid) return invalid;
  const name = call.parameters.get("RoleName") ?? "";
  const { partition, id } = caller.account;
  const found = findRole(sandbox, id, name);
  // Of a role that is not there, IAM judges the ARN that it would have without a path.
  const resource = found?.arn ?? `arn:${partition}:iam::${id}:role/${name}`;
  const denied = requireIamPermission(call, sandbox, caller, {
    action: "iam:GetRole",
    resource,
    shown: `role ${name}`,
  });
  if (denied) return denied;
  if (found === undefined) return refuse(404, "NoSuchEntity", `The role with name ${name} cannot be found.`);
  call.note({ roleArn: found.arn });
  return { Role: formatRole(found) };
};

function findRole(sandbox: Sandbox, accountId: string, name: string): Role | undefined {
  return Array.from(sandbox.estate.roles.values()).find((role) => role.account.id === accountId && role.name === name);
}
