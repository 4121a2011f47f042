import { z } from "zod";
import { changeRoute } from "#lib/auth/portal-route";
import { readForm } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { decideOnDevice } from "#lib/broker/device-approval";

const body = z.object({ userCode: z.string().max(40), decision: z.enum(["allowed", "refused"]) });

/** POST /api/device: the person's word on a command line that asks by device code, and back to the page that says so. */
export const POST = changeRoute(async (caller, request) => {
  const form = await readForm(request, body);
  if (!form.ok) return refusalResponse(form.error, caller.requestId);
  const decided = await decideOnDevice(caller, form.value);
  const said = decided.ok ? form.value.decision : decided.error;
  return new Response(null, { status: 303, headers: { location: `/device?done=${said}` } });
});
