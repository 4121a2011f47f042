import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { APIRequestContext } from "@playwright/test";
import { ADDRESSES } from "./addresses";

const PORTAL = ADDRESSES.portalUrl;
export const CONTAINER_URL = `${PORTAL}/api/container-credentials`;

export type LeaseAsked = {
  readonly accountId: string;
  readonly roleName: string;
  readonly name?: string;
  readonly durationSeconds?: number;
};

/** Makes a lease in the name of whoever is signed in by the cookies of `request`, as the page does. */
export function askForLease(request: APIRequestContext, asked: LeaseAsked, portalUrl = PORTAL) {
  const data = { name: "container", durationSeconds: 3600, ...asked };
  return request.post(`${portalUrl}/api/leases`, { data, headers: { origin: portalUrl } });
}

/** Ends one of their leases, or all. */
export const endLeases = (request: APIRequestContext, id: string, portalUrl = PORTAL) =>
  request.post(`${portalUrl}/api/leases/end`, { form: { id }, headers: { origin: portalUrl }, maxRedirects: 0 });

/** What the endpoint answers to this value of the Authorization header, asked as no browser. */
export async function askContainerEndpoint(authorization: string | null, url = CONTAINER_URL) {
  const headers = authorization === null ? {} : { authorization };
  const response = await fetch(url, { headers });
  const body: Record<string, string> = await response.json();
  return { status: response.status, headers: response.headers, body };
}

type Variables = Readonly<Record<string, string>>;

/** Nothing but the variables of a container: no profile, no key, no home that anybody has written to. */
function containerEnvironment(variables: Variables) {
  const home = mkdtempSync(join(tmpdir(), "gatehouse-container-"));
  return { HOME: home, PATH: "/usr/bin:/bin", NODE_ENV: "test", AWS_REGION: "eu-west-1", ...variables } as const;
}

/** A token in a file, as it is mounted into a container. */
export function writeTokenFile(token: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "gatehouse-token-")), "token");
  writeFileSync(path, token, { mode: 0o600 });
  return path;
}

/** Debian's AWS CLI with these variables and nothing else: whom AWS takes it for, or what it says. */
export function whoIsCli(variables: Variables): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const query = ["--endpoint-url", ADDRESSES.awsUrl, "--query", "Arn", "--output", "text"];
  const env = { ...containerEnvironment(variables), LC_ALL: "C.UTF-8", AWS_PAGER: "" };
  return new Promise((resolve) => {
    execFile("/usr/bin/aws", ["sts", "get-caller-identity", ...query], { env }, (_, stdout, stderr) =>
      resolve({ stdout: stdout.trim(), stderr }),
    );
  });
}

const SCRIPT = `
import { createInterface } from "node:readline";
import { STSClient, GetCallerIdentityCommand } from "@aws-sdk/client-sts";
const client = new STSClient({ region: "eu-west-1", endpoint: process.env.STS_URL });
const now = Date.now;
const say = (line) => process.stdout.write(line + "\\n");
for await (const line of createInterface({ input: process.stdin })) {
  const [command, hours] = line.split(" ");
  Date.now = () => now() + Number(hours) * 3_600_000;
  try {
    if (command === "key") say((await client.config.credentials()).accessKeyId);
    else say((await client.send(new GetCallerIdentityCommand({}))).Arn);
  } catch (error) {
    say([error.name, error.message, error.Code].join(" "));
  }
}
`;

/**
 * A program with the SDK for JavaScript that goes on running, with the default chain and these variables and nothing else. `ask`
 * answers its access key id, or whom AWS takes it for, when its clock is so many hours ahead.
 */
export function startSdkProgram(variables: Variables) {
  const cwd = join(import.meta.dirname, "..", "..");
  const env = { ...containerEnvironment(variables), STS_URL: ADDRESSES.awsUrl };
  const child: ChildProcess = spawn(process.execPath, ["--input-type=module", "-e", SCRIPT], {
    cwd,
    env,
    stdio: ["pipe", "pipe", "ignore"],
  });
  if (child.stdout === null || child.stdin === null) throw new Error("the program has no pipes");
  const { stdin } = child;
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (what: "key" | "arn", hoursAhead = 0): Promise<string> => {
    stdin.write(`${what} ${hoursAhead}\n`);
    return String((await lines.next()).value);
  };
  return { ask, stop: () => void child.kill() };
}
