import { changeRoute } from "#lib/auth/portal-route";
import { readJson } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { NO_STORE } from "#lib/auth/security-headers";
import { toRefusalResponse } from "#lib/auth/use-case-response";
import { credentialsRequest, issueCredentials } from "#lib/broker/issue-credentials";

/** POST /api/credentials: short-lived credentials for a role that the caller holds now. */
export const POST = changeRoute(async (caller, request) => {
  const body = await readJson(request, credentialsRequest);
  if (!body.ok) return refusalResponse(body.error, caller.requestId);
  const issued = await issueCredentials(caller, body.value);
  return issued.ok ? Response.json(issued.value, { headers: NO_STORE }) : toRefusalResponse(issued.error, caller);
});
