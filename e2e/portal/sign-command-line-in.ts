import type { APIRequestContext } from "@playwright/test";

const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

/**
 * Signs a command line in, in the name of whoever is signed in by the cookies of `request`, renews it, and takes credentials for a
 * role. Answers every secret that passed.
 */
export async function signCommandLineIn(
  request: APIRequestContext,
  portalUrl: string,
  role: { readonly accountId: string; readonly roleName: string },
): Promise<Readonly<Record<string, string>>> {
  const call = async (path: string, data: object): Promise<Record<string, string>> =>
    (await request.post(`${portalUrl}/api/sso-oidc/${path}`, { data })).json();
  const registration = { clientName: "botocore-client-corp", clientType: "public", scopes: ["sso:account:access"] };
  const { clientId, clientSecret = "" } = await call("client/register", registration);
  const client = { clientId, clientSecret };
  const { deviceCode = "", userCode } = await call("device_authorization", { ...client, startUrl: portalUrl });
  const form = { userCode: userCode ?? "", decision: "allowed" };
  await request.post(`${portalUrl}/api/device`, { form, headers: { origin: portalUrl }, maxRedirects: 0 });
  const first = await call("token", { ...client, grantType: DEVICE_GRANT, deviceCode });
  const next = await call("token", { ...client, grantType: "refresh_token", refreshToken: first.refreshToken });
  const query = new URLSearchParams({ account_id: role.accountId, role_name: role.roleName });
  const given = await request.get(`${portalUrl}/api/sso/federation/credentials?${query}`, {
    headers: { "x-amz-sso_bearer_token": next.accessToken ?? "" },
  });
  const { roleCredentials } = await given.json();
  return {
    "client secret": clientSecret,
    "device code": deviceCode,
    "access token": first.accessToken ?? "",
    "refresh token": first.refreshToken ?? "",
    "renewed access token": next.accessToken ?? "",
    "renewed refresh token": next.refreshToken ?? "",
    "secret access key": roleCredentials.secretAccessKey,
    "session token": roleCredentials.sessionToken,
  };
}
