import type { User } from "../estate";
import type { Principal } from "../issued-credentials";
import type { Call } from "../query/call";
import { accessDenied, type Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";

const FAILED = "MultiFactorAuthentication failed with invalid MFA one time pass code.";

/** Whether the caller proved a second factor in this call. Refuses a wrong code, and a device that is not the caller's. */
export function verifyMfa(call: Call, sandbox: Sandbox, signer: Principal): boolean | Refusal {
  const [serialNumber, code] = [call.parameters.get("SerialNumber"), call.parameters.get("TokenCode")];
  if (serialNumber === undefined && code === undefined) return false;
  const device = findUser(sandbox, signer)?.mfa;
  if (device === undefined || device.serialNumber !== serialNumber || device.code !== code) return accessDenied(FAILED);
  return true;
}

function findUser(sandbox: Sandbox, signer: Principal): User | undefined {
  return Array.from(sandbox.estate.users.values()).find((user) => user.arn === signer.arn);
}
