import "server-only";
import type { ErrorCode } from "#lib/errors";
import type { RequestContext } from "#lib/identity";
import { refusalResponse } from "./refusal-response";

/** What every use case refuses with. */
type Refusal = {
  readonly code: ErrorCode;
  readonly sts?: { readonly awsCode: string | null; readonly requestId: string | null };
  readonly continueUrl?: string;
  readonly subject?: string;
};

/** A use case's refusal as the API's answer, with AWS's own code and request id where AWS refused. */
export function toRefusalResponse(refusal: Refusal, context: RequestContext): Response {
  return refusalResponse(refusal.code, context.requestId, {
    continueUrl: refusal.continueUrl,
    awsCode: refusal.sts?.awsCode,
    awsRequestId: refusal.sts?.requestId,
    subject: refusal.subject,
  });
}
