import { changeRoute } from "#lib/auth/portal-route";
import { readJson } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { NO_STORE } from "#lib/auth/security-headers";
import { toRefusalResponse } from "#lib/auth/use-case-response";
import { pastedTrustPolicy, savePastedTrustPolicy } from "#lib/broker/paste-trust-policy";

/** Far more than a trust policy has, so that one of 200 kB is told what is wrong with it. */
const LIMITS = { maxBytes: 1024 * 1024, maxMs: 10_000 };

/** POST /api/admin/trust-policies: a role's trust policy as an administrator has it, to explain refusals with. */
export const POST = changeRoute(async (caller, request) => {
  const body = await readJson(request, pastedTrustPolicy, LIMITS);
  if (!body.ok) return refusalResponse(body.error, caller.requestId);
  const saved = await savePastedTrustPolicy(caller, body.value);
  return saved.ok ? Response.json(saved.value, { headers: NO_STORE }) : toRefusalResponse(saved.error, caller);
});
