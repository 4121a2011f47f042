import type { Action } from "../query/call";
import { CONSTRAINTS, checkConstraints } from "../query/constraints";
import { isRefusal, refuse, validationError } from "../refusal";
import { CREATED_AT } from "./format-role";
import { requireIamPermission, verifyIamCaller } from "./iam-caller";

/** IAM API Reference, GetUser: of the caller's own account; the caller, when no name is given. */
export const getUser: Action = (call, sandbox) => {
  const caller = verifyIamCaller(call, sandbox);
  if (isRefusal(caller)) return caller;
  const invalid = checkConstraints(call.parameters, { UserName: CONSTRAINTS.UserName });
  if (invalid) return invalid;
  const name = call.parameters.get("UserName");
  if (name === undefined && caller.kind === "role") {
    return validationError("Must specify userName when calling with non-User credentials");
  }
  const { partition, id } = caller.account;
  const arn = name === undefined ? caller.arn : `arn:${partition}:iam::${id}:user/${name}`;
  const shown = `user ${arn.slice(arn.lastIndexOf("/") + 1)}`;
  const denied = requireIamPermission(call, sandbox, caller, { action: "iam:GetUser", resource: arn, shown });
  if (denied) return denied;
  const user = Array.from(sandbox.estate.users.values()).find((each) => each.arn === arn);
  if (user === undefined) return refuse(404, "NoSuchEntity", `The user with name ${name} cannot be found.`);
  return { User: { Path: "/", UserName: user.name, UserId: user.id, Arn: arn, CreateDate: CREATED_AT } };
};
