import { createHash, randomBytes } from "node:crypto";
import { type Addresses, OIDC_CLIENT, WORKFORCE } from "../demo/addresses";
import { createBrowser } from "../idp/browser";

/** The person's ID token straight from the OIDC stand-in, by the code flow, for a call to STS without the portal. */
export async function fetchOwnIdToken({ oidcUrl, portalUrl }: Addresses, person: string): Promise<string> {
  const verifier = randomBytes(32).toString("base64url");
  const redirectUri = `${portalUrl}/api/auth/callback/${WORKFORCE}`;
  const authorize = new URL("/auth", oidcUrl);
  authorize.search = new URLSearchParams({
    client_id: OIDC_CLIENT.clientId,
    redirect_uri: redirectUri,
    response_type: "code",
    scope: "openid email",
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString();
  const browser = createBrowser(portalUrl);
  const back = await browser.submit(await browser.open(authorize.href), { person });
  const code = new URL(back.left ?? "about:blank").searchParams.get("code") ?? "";
  const secret = Buffer.from(`${OIDC_CLIENT.clientId}:${OIDC_CLIENT.clientSecret}`).toString("base64");
  const response = await fetch(`${oidcUrl}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${secret}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
  const { id_token: idToken } = await response.json();
  if (typeof idToken !== "string") throw new Error("the OIDC stand-in gave no ID token");
  return idToken;
}
