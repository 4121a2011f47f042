import { z } from "zod";
import { changeRoute } from "#lib/auth/portal-route";
import { readForm } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { endOwnSession } from "#lib/broker/portal-sessions";

const body = z.object({ id: z.uuid() });

/** POST /api/sessions/end: ends another of the caller's own portal sessions, and returns to the list. */
export const POST = changeRoute(async (caller, request) => {
  const form = await readForm(request, body);
  if (!form.ok) return refusalResponse(form.error, caller.requestId);
  const ended = await endOwnSession(caller, form.value.id);
  if (!ended.ok) return refusalResponse(ended.error, caller.requestId);
  return new Response(null, { status: 303, headers: { location: "/sessions?ended=1" } });
});
