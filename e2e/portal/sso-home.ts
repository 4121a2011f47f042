import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ADDRESSES } from "./addresses";

const REGION = "eu-west-1";
const endpoint = (url: string) => ({
  protocols: ["http"],
  endpoints: { [REGION]: { hostname: url.replace("http://", ""), protocols: ["http"] } },
});

/**
 * Debian's AWS CLI 2.9 knows no endpoint URLs of services. A table of endpoints of its own leads it to the portal and to the
 * stand-in.
 */
const endpoints = () => ({
  version: 3,
  partitions: [
    {
      partition: "aws",
      partitionName: "AWS",
      dnsSuffix: "amazonaws.com",
      regionRegex: "^\\w+-\\w+-\\d+$",
      regions: { [REGION]: { description: "Ireland" } },
      defaults: { hostname: "{service}.{region}.{dnsSuffix}", protocols: ["http"], signatureVersions: ["v4"] },
      services: {
        oidc: endpoint(`${ADDRESSES.portalUrl}/api/sso-oidc`),
        "portal.sso": endpoint(`${ADDRESSES.portalUrl}/api/sso`),
        sts: endpoint(ADDRESSES.awsUrl),
      },
    },
  ],
});

const CONFIG = `[sso-session corp]
sso_start_url = https://identitycenter.amazonaws.com/ssoins-0123456789abcdef
sso_region = ${REGION}
sso_registration_scopes = sso:account:access
`;

type Profile = { readonly name: string; readonly accountId: string; readonly roleName: string };

/** A home directory whose profiles take their credentials from the portal. */
export function makeSsoHome(profiles: readonly Profile[]): string {
  const home = mkdtempSync(join(tmpdir(), "gatehouse-sso-"));
  mkdirSync(join(home, ".aws", "models"), { recursive: true });
  writeFileSync(join(home, ".aws", "models", "endpoints.json"), JSON.stringify(endpoints()));
  const sections = profiles.map(
    ({ name, accountId, roleName }) =>
      `[profile ${name}]\nsso_session = corp\nsso_account_id = ${accountId}\nsso_role_name = ${roleName}\nregion = ${REGION}\n`,
  );
  writeFileSync(join(home, ".aws", "config"), [CONFIG, ...sections].join("\n"));
  return home;
}

/** What `aws sso login` keeps for the session: by the hash of its name. */
export function readAccessToken(home: string): string {
  const name = createHash("sha1").update("corp").digest("hex");
  return JSON.parse(readFileSync(join(home, ".aws", "sso", "cache", `${name}.json`), "utf8")).accessToken;
}

const environment = (home: string) =>
  ({ HOME: home, PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", NODE_ENV: "test", AWS_PAGER: "" }) as const;

export type Ended = { readonly code: number; readonly stdout: string; readonly stderr: string };

function run(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv & { readonly HOME: string },
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(file, [...args], { cwd: env.HOME, env }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr }),
    );
  });
}

/** Runs `/usr/bin/aws` to its end. */
export const aws = (home: string, ...args: readonly string[]): Promise<Ended> =>
  run("/usr/bin/aws", args, environment(home));

const WHO_AM_I = `
import sys, boto3
print(boto3.client("sts", endpoint_url=sys.argv[1]).get_caller_identity()["Arn"])
`;

/** Whom Debian's boto3 is with its default chain and this profile. Its STS is named: it knows the one global address only. */
export const whoIsBoto3 = (home: string, profile: string): Promise<Ended> =>
  run("/usr/bin/python3", ["-c", WHO_AM_I, ADDRESSES.awsUrl], { ...environment(home), AWS_PROFILE: profile });

/** Begins `aws sso login` and answers once it shows where to go. `ended` is what becomes of it. */
export async function beginSsoLogin(home: string, profile: string) {
  // Without a terminal Python holds back what it says until it ends.
  const env = { ...environment(home), PYTHONUNBUFFERED: "1" };
  const child = spawn("/usr/bin/aws", ["sso", "login", "--no-browser", "--profile", profile], { cwd: home, env });
  let said = "";
  const ended = new Promise<{ code: number | null; said: string }>((resolve) => {
    child.on("close", (code) => resolve({ code, said }));
  });
  const shown = new Promise<string>((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const complete = /(http\S+\/device\?user_code=\S+)/.exec(said)?.[1];
      if (complete !== undefined) resolve(complete);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
  });
  const url = await Promise.race([shown, ended.then(() => null)]);
  if (url === null) throw new Error(`aws sso login ended: ${said}`);
  return { url, userCode: new URL(url).searchParams.get("user_code") ?? "", ended, stop: () => child.kill() };
}
