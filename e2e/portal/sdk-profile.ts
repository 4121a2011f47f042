import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ADDRESSES } from "./addresses";
import { START_URL } from "./pkce-login";

const SESSION = "corp";

const config = (accountId: string, roleName: string) => `[profile dev]
sso_session = ${SESSION}
sso_account_id = ${accountId}
sso_role_name = ${roleName}
region = eu-west-1
services = gatehouse

[sso-session ${SESSION}]
sso_start_url = ${START_URL}
sso_region = eu-west-1
sso_registration_scopes = sso:account:access

[services gatehouse]
sso =
  endpoint_url = ${ADDRESSES.portalUrl}/api/sso
sso_oidc =
  endpoint_url = ${ADDRESSES.portalUrl}/api/sso-oidc
sts =
  endpoint_url = ${ADDRESSES.awsUrl}
`;

type Token = {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly refreshToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** A home directory as `aws sso login` leaves it: a profile, and the token in the cache of its session. */
export function makeSdkHome(accountId: string, roleName: string, { expiresAt, ...token }: Token) {
  const home = mkdtempSync(join(tmpdir(), "gatehouse-sdk-"));
  const cache = join(home, ".aws", "sso", "cache");
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(home, ".aws", "config"), config(accountId, roleName));
  const file = join(cache, `${createHash("sha1").update(SESSION).digest("hex")}.json`);
  const times = {
    expiresAt: expiresAt.toISOString(),
    registrationExpiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  writeFileSync(file, JSON.stringify({ startUrl: START_URL, region: "eu-west-1", ...token, ...times }));
  return { home, readToken: (): Record<string, string> => JSON.parse(readFileSync(file, "utf8")) };
}

const SCRIPT = `
import { STSClient, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
const { Arn } = await new STSClient({ region: "eu-west-1" }).send(new GetCallerIdentityCommand({}));
process.stdout.write(Arn);
`;

/** Whom the AWS SDK for JavaScript is with its default chain and this profile, and nothing else set. Rejects with what it said. */
export function whoIsSdk(home: string): Promise<string> {
  const env = { HOME: home, PATH: "/usr/bin:/bin", AWS_PROFILE: "dev", NODE_ENV: "test" } as const;
  const args = ["--input-type=module", "-e", SCRIPT];
  const cwd = join(import.meta.dirname, "..", "..");
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, env }, (error, stdout, stderr) =>
      error === null ? resolve(stdout) : reject(new Error(stderr)),
    );
  });
}
