const DEVICE_GRANT = "urn:ietf:params:oauth:grant-type:device_code";

type Answers = Readonly<Record<string, string>>;

/** Posts JSON to an address of sso-oidc and answers what came back, whatever its status. */
export type PostJson = (url: string, body: object) => Promise<Answers>;

/** A command line that is not signed in yet: its registration, and what it does with device codes. */
export async function registerCommandLine(portalUrl: string, post: PostJson) {
  const call = (path: string, body: object) => post(`${portalUrl}/api/sso-oidc/${path}`, body);
  const registration = { clientName: "botocore-client-corp", clientType: "public", scopes: ["sso:account:access"] };
  const { clientId = "", clientSecret = "" } = await call("client/register", registration);
  const client = { clientId, clientSecret };
  return {
    clientSecret,
    beginDevice: () => call("device_authorization", { ...client, startUrl: portalUrl }),
    /** The body of a poll, as the AWS CLI sends it each time. */
    poll: (deviceCode: string) => ({ ...client, grantType: DEVICE_GRANT, deviceCode }),
    redeem: (deviceCode: string) => call("token", { ...client, grantType: DEVICE_GRANT, deviceCode }),
    renew: (refreshToken: string) => call("token", { ...client, grantType: "refresh_token", refreshToken }),
  };
}

/** What the button of `/device` sends. */
export const approval = (userCode: string) => ({ userCode, decision: "allowed" });
