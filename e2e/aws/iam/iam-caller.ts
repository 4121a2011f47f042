import type { Principal } from "../issued-credentials";
import type { Call } from "../query/call";
import { verifySigner } from "../query/sigv4";
import { isRefusal, type Refusal, refuse } from "../refusal";
import type { Sandbox } from "../sandbox";

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
