import { changeRoute } from "#lib/auth/portal-route";
import { readJson } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { NO_STORE } from "#lib/auth/security-headers";
import { changeRolePreference, rolePreferenceChange } from "#lib/broker/change-preferences";

/** PUT /api/preferences/role: a favourite or none, or a name of the person's own. */
export const PUT = changeRoute(async (caller, request) => {
  const body = await readJson(request, rolePreferenceChange);
  if (!body.ok) return refusalResponse(body.error, caller.requestId);
  const changed = await changeRolePreference(caller, body.value);
  if (!changed.ok) return refusalResponse(changed.error.code, caller.requestId);
  return new Response(null, { status: 204, headers: NO_STORE });
});
