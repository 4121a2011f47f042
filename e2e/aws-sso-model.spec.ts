import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { callOidc, callPortal, START_URL } from "./portal/pkce-login";
import { openPortalSession } from "./portal/portal-session";
import { loadModel } from "./portal/service-model";

const oidc = loadModel("sso-oidc");
const sso = loadModel("sso");

const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";
const CREDENTIALS = "/federation/credentials?role_name=Developer&account_id=852940671238";

async function register() {
  const registration = { clientName: "botocore-client-model", clientType: "public", scopes: ["sso:account:access"] };
  const registered = await callOidc("/client/register", registration);
  const { clientId, clientSecret } = registered.body;
  return { registered, client: { clientId, clientSecret } };
}

async function allow(userCode: unknown): Promise<void> {
  const headers = await openPortalSession(ADDRESSES.portalUrl, "workforce", "many-groups");
  const body = new URLSearchParams({ userCode: String(userCode), decision: "allowed" });
  const init = { method: "POST", redirect: "manual", headers, body } as const;
  const { status } = await fetch(`${ADDRESSES.portalUrl}/api/device`, init);
  expect(status).toBe(303);
}

test("each answer on the wire has the shape that the AWS CLI's own model gives it", async () => {
  const { registered, client } = await register();
  const started = await callOidc("/device_authorization", { ...client, startUrl: START_URL });
  const { deviceCode, userCode } = started.body;
  const poll = () => callOidc("/token", { ...client, grantType: DEVICE_GRANT, deviceCode });
  const waiting = [await poll(), await poll(), await poll()];
  await allow(userCode);
  let tokens = await poll();
  // What was decided reaches the polls within a second.
  for (let count = 0; count < 20 && tokens.status !== 200; count++) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    tokens = await poll();
  }
  const accessToken = String(tokens.body.accessToken);
  const problems = [
    ...oidc.ofOutput("RegisterClient", registered),
    ...oidc.ofOutput("StartDeviceAuthorization", started),
    ...waiting.flatMap((answer) => oidc.ofError("CreateToken", answer)),
    ...oidc.ofOutput("CreateToken", tokens),
    ...oidc.ofError("CreateToken", await poll()),
    ...sso.ofOutput("ListAccounts", await callPortal("/assignment/accounts?max_result=3", accessToken)),
    ...sso.ofOutput("ListAccountRoles", await callPortal("/assignment/roles?account_id=852940671238", accessToken)),
    ...sso.ofOutput("GetRoleCredentials", await callPortal(CREDENTIALS, accessToken)),
    ...sso.ofError("ListAccounts", await callPortal("/assignment/accounts?max_result=0", accessToken)),
    ...sso.ofError("ListAccountRoles", await callPortal("/assignment/roles?account_id=000000000000", accessToken)),
    ...sso.ofOutput("Logout", await callPortal("/logout", accessToken, { method: "POST" })),
    ...sso.ofError("GetRoleCredentials", await callPortal(CREDENTIALS, accessToken)),
  ];
  expect(problems).toEqual([]);
  expect(waiting.map(({ errorType }) => errorType)).toEqual([
    "AuthorizationPendingException",
    "AuthorizationPendingException",
    "SlowDownException",
  ]);
});

test("each refusal is an error of its operation, with the status of the model", async () => {
  const { client } = await register();
  const token = (body: object) => callOidc("/token", { ...client, ...body });
  const problems = [
    ...oidc.ofError("RegisterClient", await callOidc("/client/register", { clientType: "public" })),
    ...oidc.ofError("RegisterClient", await callOidc("/client/register", [])),
    ...oidc.ofError("StartDeviceAuthorization", await callOidc("/device_authorization", client)),
    ...oidc.ofError(
      "StartDeviceAuthorization",
      await callOidc("/device_authorization", { clientId: "a", clientSecret: "b", startUrl: "c" }),
    ),
    ...oidc.ofError("CreateToken", await token({ grantType: "password" })),
    ...oidc.ofError("CreateToken", await token({ grantType: DEVICE_GRANT })),
    ...oidc.ofError("CreateToken", await token({ grantType: DEVICE_GRANT, deviceCode: "unknown" })),
    ...oidc.ofError("CreateToken", await token({ grantType: "refresh_token", refreshToken: "unknown" })),
    ...oidc.ofError("CreateToken", await token({ grantType: "authorization_code", code: "unknown" })),
    ...sso.ofError("Logout", await callPortal("/logout", "unknown", { method: "POST" })),
  ];
  expect(problems).toEqual([]);
});
