import { createHash, randomBytes, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { ADDRESSES } from "./addresses";

const OIDC = `${ADDRESSES.portalUrl}/api/sso-oidc`;
export const START_URL = "https://identitycenter.amazonaws.com/ssoins-0123456789abcdef";

const CLI_HEADERS = {
  "user-agent": "aws-cli/2.36.7 md/awscrt#0.31.2 ua/2.1 os/linux md/arch#x86_64 lang/python#3.13 md/pyimpl#CPython",
  "content-type": "application/json",
};

export type Wire = {
  readonly status: number;
  readonly errorType: string | null;
  readonly body: Record<string, unknown>;
};

/** One call of sso-oidc as the AWS CLI sends it: JSON in camel case, and nothing else. */
export async function callOidc(path: string, body: object): Promise<Wire> {
  const init = { method: "POST", headers: CLI_HEADERS, body: JSON.stringify(body) };
  const response = await fetch(`${OIDC}${path}`, init);
  return { status: response.status, errorType: response.headers.get("x-amzn-errortype"), body: await response.json() };
}

/** One call of the sso portal. */
export async function callPortal(path: string, token: string, init: RequestInit = {}): Promise<Wire> {
  const headers = { ...CLI_HEADERS, "x-amz-sso_bearer_token": token };
  const response = await fetch(`${ADDRESSES.portalUrl}/api/sso${path}`, { ...init, headers });
  const text = await response.text();
  const errorType = response.headers.get("x-amzn-errortype");
  return { status: response.status, errorType, body: text === "" ? {} : JSON.parse(text) };
}

/** The server on any free port that the CLI waits at for its code. */
async function listenForCode() {
  let onAnswer = (_query: URLSearchParams): void => undefined;
  const answer = new Promise<URLSearchParams>((resolve) => {
    onAnswer = resolve;
  });
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    response.end("<html><body>You may now close this page.</body></html>");
    if (url.pathname === "/oauth/callback") onAnswer(url.searchParams);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return { redirectUri: `http://127.0.0.1:${port}/oauth/callback`, answer, close: () => server.close() };
}

/** `aws sso login` of AWS CLI 2.22 and later, up to the browser; `finish` is what it does with what comes back. */
export async function beginPkceLogin() {
  const registered = await callOidc("/client/register", {
    clientName: "botocore-client-corp",
    clientType: "public",
    grantTypes: ["authorization_code", "refresh_token"],
    redirectUris: ["http://127.0.0.1/oauth/callback"],
    issuerUrl: START_URL,
    scopes: ["sso:account:access"],
  });
  const clientId = String(registered.body.clientId);
  const clientSecret = String(registered.body.clientSecret);
  const state = randomUUID();
  const codeVerifier = randomBytes(48).toString("base64url");
  const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
  const { redirectUri, answer, close } = await listenForCode();
  const url =
    `${ADDRESSES.portalUrl}/authorize?response_type=code&client_id=${encodeURIComponent(clientId)}` +
    `&redirect_uri=${encodeURIComponent(redirectUri)}&state=${state}&code_challenge_method=S256` +
    `&scopes=sso%3Aaccount%3Aaccess&code_challenge=${codeChallenge}`;
  const redeem = (code: string) =>
    callOidc("/token", {
      grantType: "authorization_code",
      clientId,
      clientSecret,
      redirectUri,
      codeVerifier,
      code,
    });
  const renew = (refreshToken: string) =>
    callOidc("/token", { grantType: "refresh_token", clientId, clientSecret, refreshToken });
  return { registered, clientId, clientSecret, state, url, answer, redeem, renew, close };
}
