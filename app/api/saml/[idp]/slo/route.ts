import { NextResponse } from "next/server";
import { sendMessage } from "#lib/auth/outgoing-message";
import { readLogout } from "#lib/auth/read-logout";
import { recordSignInRefusal } from "#lib/auth/refuse-sign-in";
import { requestContext } from "#lib/auth/request-context";
import { acceptLogout } from "#lib/broker/saml-logout";
import { currentConfig } from "#lib/config/current";

type Route = { params: Promise<{ idp: string }> };

/** /api/saml/{idp}/slo: the single logout service, in both bindings, from the IdP and back to it. */
async function answer(request: Request, route: Route): Promise<Response> {
  const { idp } = await route.params;
  const context = requestContext(request.headers);
  const { portal } = await currentConfig();
  const arrived = await readLogout(request);
  const step = arrived === null ? null : await acceptLogout({ ...arrived, idp }, context);
  if (step?.ok && step.value.kind === "answer") return sendMessage(step.value.message);
  if (step !== null && !step.ok) await recordSignInRefusal(context, idp, step.error);
  return NextResponse.redirect(new URL("/sign-in?notice=signed_out", portal.url), 303);
}

export const GET = answer;
export const POST = answer;
