import { changeRoute } from "#lib/auth/portal-route";
import { readJson } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { NO_STORE } from "#lib/auth/security-headers";
import { toRefusalResponse } from "#lib/auth/use-case-response";
import { leaseRequest, makeLease } from "#lib/broker/make-lease";

/** POST /api/leases: a lease for a role, with its token in this one answer. */
export const POST = changeRoute(async (caller, request) => {
  const body = await readJson(request, leaseRequest);
  if (!body.ok) return refusalResponse(body.error, caller.requestId);
  const made = await makeLease(caller, body.value);
  return made.ok
    ? Response.json(made.value, { status: 201, headers: NO_STORE })
    : toRefusalResponse(made.error, caller);
});
