import type { Principal } from "../issued-credentials";
import { findRefusal } from "../permissions/require-permission";
import type { Call } from "../query/call";
import { type Refusal, refuse } from "../refusal";
import type { Sandbox } from "../sandbox";

/**
 * UnauthorizedOperation when the action is not allowed on one of the resources; with `DryRun` even an allowed one is not
 * carried out, and the answer says so. EC2 User Guide, "Error codes for the Amazon EC2 API".
 */
export function findOperationRefusal(
  call: Call,
  sandbox: Sandbox,
  signer: Principal,
  action: string,
  resources: readonly string[],
): Refusal | null {
  const [reason] = resources.flatMap((resource) => findRefusal(call, sandbox, signer, { action, resource }) ?? []);
  if (reason !== undefined) {
    return refuse(403, "UnauthorizedOperation", `You are not authorized to perform this operation. ${reason}`);
  }
  if (call.parameters.get("DryRun") !== "true") return null;
  return refuse(412, "DryRunOperation", "Request would have succeeded, but DryRun flag is set.");
}
