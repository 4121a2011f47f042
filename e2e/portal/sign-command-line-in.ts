import type { APIRequestContext } from "@playwright/test";
import { approval, registerCommandLine } from "./device-login";

/**
 * Signs a command line in, in the name of whoever is signed in by the cookies of `request`, renews it, and takes credentials for a
 * role. Answers every secret that passed.
 */
export async function signCommandLineIn(
  request: APIRequestContext,
  portalUrl: string,
  role: { readonly accountId: string; readonly roleName: string },
): Promise<Readonly<Record<string, string>>> {
  const post = async (url: string, data: object) => (await request.post(url, { data })).json();
  const { clientSecret, beginDevice, redeem, renew } = await registerCommandLine(portalUrl, post);
  const { deviceCode = "", userCode = "" } = await beginDevice();
  const form = approval(userCode);
  await request.post(`${portalUrl}/api/device`, { form, headers: { origin: portalUrl }, maxRedirects: 0 });
  const first = await redeem(deviceCode);
  const next = await renew(first.refreshToken ?? "");
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
