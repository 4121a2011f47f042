import { sendMessage } from "#lib/auth/outgoing-message";
import { readRoute } from "#lib/auth/portal-route";
import { refuseSamlSignIn } from "#lib/auth/refuse-sign-in";
import { beginAwsAssertion } from "#lib/broker/aws-application";

/** GET /api/saml/{idp}/aws-login: to the IdP's application for AWS, for a fresh assertion. It mints nothing here. */
export async function GET(request: Request, route: { params: Promise<{ idp: string }> }) {
  const { idp } = await route.params;
  const callbackUrl = new URL(request.url).searchParams.get("callbackUrl") ?? "/";
  return readRoute(async (caller) => {
    const message = await beginAwsAssertion(caller, idp, callbackUrl);
    return message.ok ? sendMessage(message.value) : refuseSamlSignIn(caller, idp, message.error);
  })(request);
}
