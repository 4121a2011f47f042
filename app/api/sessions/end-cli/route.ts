import { z } from "zod";
import { changeRoute } from "#lib/auth/portal-route";
import { readForm } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { endOwnCliSignIn } from "#lib/broker/cli-sign-ins";

const body = z.object({ id: z.uuid() });

/** POST /api/sessions/end-cli: ends one of the caller's own command lines, and returns to the list. */
export const POST = changeRoute(async (caller, request) => {
  const form = await readForm(request, body);
  if (!form.ok) return refusalResponse(form.error, caller.requestId);
  const ended = await endOwnCliSignIn(caller, form.value.id);
  if (!ended.ok) return refusalResponse(ended.error, caller.requestId);
  return new Response(null, { status: 303, headers: { location: "/sessions?ended=1" } });
});
