import { type NextRequest, NextResponse } from "next/server";
import { readSamlPost } from "#lib/auth/read-saml-post";
import { refuseSamlSignIn } from "#lib/auth/refuse-sign-in";
import { requestContext } from "#lib/auth/request-context";
import { unsolicitedCookie } from "#lib/auth/unsolicited-cookie";
import { acceptSamlResponse } from "#lib/broker/saml-acs";
import { currentConfig } from "#lib/config/current";

/** POST /api/saml/{idp}/acs: the assertion consumer service. Cross-site by nature, and needs no cookie. */
export async function POST(request: NextRequest, route: { params: Promise<{ idp: string }> }) {
  const { idp } = await route.params;
  const context = requestContext(request.headers);
  const posted = await readSamlPost(request);
  if (!posted.ok) return refuseSamlSignIn(context, idp, posted.error);
  const step = await acceptSamlResponse(idp, posted.value);
  if (!step.ok) return refuseSamlSignIn(context, idp, step.error);
  if (step.value.kind === "callback") return NextResponse.redirect(step.value.url, 303);
  const { portal } = await currentConfig();
  const url = new URL("/sign-in", portal.url);
  url.searchParams.set("begin", idp);
  url.searchParams.set("callbackUrl", step.value.returnTo);
  const response = NextResponse.redirect(url, 303);
  const cookie = unsolicitedCookie(portal.url);
  response.cookies.set(cookie.name, step.value.code, cookie.options);
  return response;
}
