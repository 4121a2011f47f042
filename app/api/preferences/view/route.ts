import { changeRoute } from "#lib/auth/portal-route";
import { readJson } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { NO_STORE } from "#lib/auth/security-headers";
import { changeView, viewChange } from "#lib/broker/change-preferences";

/** PUT /api/preferences/view: how the person likes the list, as far as it is named. */
export const PUT = changeRoute(async (caller, request) => {
  const body = await readJson(request, viewChange);
  if (!body.ok) return refusalResponse(body.error, caller.requestId);
  await changeView(caller, body.value);
  return new Response(null, { status: 204, headers: NO_STORE });
});
