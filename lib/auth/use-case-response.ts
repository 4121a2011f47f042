import "server-only";
import type { RequestContext } from "#lib/identity";
import { type RefusalLike, refusalResponse, toExtra } from "./refusal-response";

/** A use case's refusal as the API's answer, with AWS's own code and request id where AWS refused. */
export async function toRefusalResponse(refusal: RefusalLike, context: RequestContext): Promise<Response> {
  const extra = { ...(await toExtra(refusal)), continueUrl: refusal.continueUrl };
  return refusalResponse(refusal.code, context.requestId, extra);
}
