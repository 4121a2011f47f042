import { changeRoute } from "#lib/auth/portal-route";
import { readJson } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { NO_STORE } from "#lib/auth/security-headers";
import { favouriteOrder, orderFavourites } from "#lib/broker/change-preferences";

// 200 roles whose paths are as long as IAM allows.
const LIMITS = { maxBytes: 160 * 1024, maxMs: 10_000 };

/** PUT /api/preferences/favourites: the whole order. */
export const PUT = changeRoute(async (caller, request) => {
  const body = await readJson(request, favouriteOrder, LIMITS);
  if (!body.ok) return refusalResponse(body.error, caller.requestId);
  const ordered = await orderFavourites(caller, body.value);
  if (!ordered.ok) return refusalResponse(ordered.error.code, caller.requestId);
  return new Response(null, { status: 204, headers: NO_STORE });
});
