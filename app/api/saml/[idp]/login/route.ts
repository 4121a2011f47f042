import { type NextRequest, NextResponse } from "next/server";
import { z } from "zod";
import { sendMessage } from "#lib/auth/outgoing-message";
import { refusalResponse } from "#lib/auth/refusal-response";
import { refuseSamlSignIn } from "#lib/auth/refuse-sign-in";
import { requestContext } from "#lib/auth/request-context";
import { unsolicitedCookie } from "#lib/auth/unsolicited-cookie";
import { beginSamlSignIn } from "#lib/broker/saml-sign-in";
import { currentConfig } from "#lib/config/current";

/** What next-auth's run adds to its authorization URL (RFC 6749 4.1.1, RFC 7636 4.3). */
const query = z.object({
  state: z.string().regex(/^[\x21-\x7e]{16,200}$/),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal("S256"),
});

/** GET /api/saml/{idp}/login: sends the browser on to the identity provider with an AuthnRequest. */
export async function GET(request: NextRequest, route: { params: Promise<{ idp: string }> }) {
  const { idp } = await route.params;
  const context = requestContext(request.headers);
  const given = query.safeParse(Object.fromEntries(request.nextUrl.searchParams));
  if (!given.success) return refusalResponse("request_invalid", context.requestId);
  const { portal } = await currentConfig();
  const cookie = unsolicitedCookie(portal.url);
  const step = await beginSamlSignIn(idp, {
    state: given.data.state,
    codeChallenge: given.data.code_challenge,
    unsolicitedCode: request.cookies.get(cookie.name)?.value ?? null,
  });
  if (!step.ok) return refuseSamlSignIn(context, idp, step.error);
  if (step.value.kind === "send") return sendMessage(step.value.message);
  const response = NextResponse.redirect(step.value.url, 303);
  response.cookies.set(cookie.name, "", { ...cookie.options, maxAge: 0 });
  return response;
}
