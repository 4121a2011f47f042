import { isRefusal } from "../refusal";
import type { StsAction } from "./call";
import { verifySigner } from "./sigv4";

/** STS API Reference, GetCallerIdentity: needs a valid signature and no permission. */
export const getCallerIdentity: StsAction = (call, sandbox) => {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  return { UserId: signer.userId, Account: signer.account.id, Arn: signer.arn };
};
