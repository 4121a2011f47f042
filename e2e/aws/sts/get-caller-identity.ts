import type { Action } from "../query/call";
import { verifySigner } from "../query/sigv4";
import { isRefusal } from "../refusal";

/** STS API Reference, GetCallerIdentity: needs a valid signature and no permission. */
export const getCallerIdentity: Action = (call, sandbox) => {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  return { UserId: signer.userId, Account: signer.account.id, Arn: signer.arn };
};
