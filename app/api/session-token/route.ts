import { changeRoute } from "#lib/auth/portal-route";
import { readJson } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { NO_STORE } from "#lib/auth/security-headers";
import { toRefusalResponse } from "#lib/auth/use-case-response";
import { issueSessionToken } from "#lib/broker/issue-session-token";
import { sessionTokenRequest } from "#lib/broker/session-token-request";

/** POST /api/session-token: a session for the caller's own IAM user, or for a role by its MFA device. */
export const POST = changeRoute(async (caller, request) => {
  const body = await readJson(request, sessionTokenRequest);
  if (!body.ok) return refusalResponse(body.error, caller.requestId);
  const issued = await issueSessionToken(caller, body.value);
  return issued.ok ? Response.json(issued.value, { headers: NO_STORE }) : toRefusalResponse(issued.error, caller);
});
