import { partitionRow } from "#lib/aws/partition";
import type { Principal } from "../issued-credentials";
import { findRefusal } from "../permissions/require-permission";
import type { Call } from "../query/call";
import { verifySigner } from "../query/sigv4";
import { accessDenied, isRefusal, type Refusal, refuse } from "../refusal";
import type { Sandbox } from "../sandbox";

/**
 * Refuses the caller who may not do this. IAM is called in one Region of each partition, whatever the caller's is: IAM User
 * Guide, reference_policies_condition-keys, aws:RequestedRegion.
 */
export function requireIamPermission(
  call: Call,
  sandbox: Sandbox,
  caller: Principal,
  asked: { readonly action: string; readonly resource: string; readonly shown?: string },
): Refusal | null {
  const region = partitionRow(caller.account.partition).defaultRegion;
  const denied = findRefusal(call, sandbox, caller, { ...asked, extra: { "aws:RequestedRegion": [region] } });
  return denied === null ? null : accessDenied(denied);
}

/**
 * Who calls IAM. It does not know GetFederationToken's credentials at all, nor GetSessionToken's without a second factor:
 * IAM User Guide, id_credentials_temp_request, "Comparing AWS STS API operations".
 */
export function verifyIamCaller(call: Call, sandbox: Sandbox): Principal | Refusal {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  const unknown = signer.kind === "federated-user" || (signer.kind === "session-token" && !signer.mfa);
  if (!unknown) return signer;
  return refuse(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
}
