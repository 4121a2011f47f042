import { z } from "zod";
import { changeRoute } from "#lib/auth/portal-route";
import { continuePage } from "#lib/auth/post-form";
import { readForm } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { decideAuthorize } from "#lib/broker/authorize-cli";

const body = z.looseObject({ decision: z.enum(["allowed", "refused"]) }).catchall(z.string());

/**
 * POST /api/authorize: the person's word on a program that waits at a loopback address, where their browser goes on to. By a page
 * of its own: the policy of the form's page would follow a redirect, and need know no address beside the portal's.
 */
export const POST = changeRoute(async (caller, request) => {
  const form = await readForm(request, body);
  if (!form.ok) return refusalResponse(form.error, caller.requestId);
  const { decision, ...query } = form.value;
  const decided = await decideAuthorize(caller, query, decision);
  return decided.ok ? continuePage(decided.value) : refusalResponse(decided.error, caller.requestId);
});
