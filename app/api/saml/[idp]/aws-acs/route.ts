import { NextResponse } from "next/server";
import { readSamlPost } from "#lib/auth/read-saml-post";
import { refuseSamlSignIn } from "#lib/auth/refuse-sign-in";
import { requestContext } from "#lib/auth/request-context";
import { acceptAwsResponse } from "#lib/broker/aws-application";

/** POST /api/saml/{idp}/aws-acs: takes assertions addressed to AWS, for `idp-saml`. Signs nobody in. */
export async function POST(request: Request, route: { params: Promise<{ idp: string }> }) {
  const { idp } = await route.params;
  const context = requestContext(request.headers);
  const posted = await readSamlPost(request);
  if (!posted.ok) return refuseSamlSignIn(context, idp, posted.error);
  const accepted = await acceptAwsResponse(idp, posted.value);
  return accepted.ok ? NextResponse.redirect(accepted.value, 303) : refuseSamlSignIn(context, idp, accepted.error);
}
