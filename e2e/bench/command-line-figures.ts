import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { approval, type PostJson, registerCommandLine } from "../portal/device-login";
import type { Role } from "./credentials-figures";
import type { PollCount, PollLoad } from "./poll-load";
import { median, time } from "./statistics";

type Headers = Readonly<Record<string, string>>;

const COMMAND_LINES = 5000;
const INTERVAL_MS = 5000;
const PAGE_ROUNDS = 60;

const post: PostJson = async (url, body) => {
  const headers = { "content-type": "application/json" };
  return (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).json();
};

/** The access token of a command line that this person has allowed. */
export async function signCommandLineIn(portalUrl: string, headers: Headers): Promise<string> {
  const { beginDevice, redeem } = await registerCommandLine(portalUrl, post);
  const { deviceCode = "", userCode = "" } = await beginDevice();
  const body = new URLSearchParams(approval(userCode));
  await fetch(`${portalUrl}/api/device`, { method: "POST", headers, body, redirect: "manual" });
  const { accessToken } = await redeem(deviceCode);
  if (accessToken === undefined) throw new Error("the command line was not signed in");
  return accessToken;
}

/** GetRoleCredentials as the AWS CLI sends it. Throws on anything but credentials. */
export async function askForRoleCredentials(portalUrl: string, accessToken: string, role: Role): Promise<void> {
  const query = new URLSearchParams({ account_id: role.accountId, role_name: role.roleName });
  const headers = { "x-amz-sso_bearer_token": accessToken };
  const response = await fetch(`${portalUrl}/api/sso/federation/credentials?${query}`, { headers });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${body.slice(0, 300)}`);
}

/** Bodies of polls whose authorizations nobody has decided, each sent once already. */
async function beginWaiting(portalUrl: string): Promise<string[]> {
  const { beginDevice, poll } = await registerCommandLine(portalUrl, post);
  const bodies: string[] = [];
  const begin = async () => {
    while (bodies.length < COMMAND_LINES) {
      const { deviceCode } = await beginDevice();
      if (deviceCode === undefined) throw new Error("no device code was given");
      const body = poll(deviceCode);
      bodies.push(JSON.stringify(body));
      await post(`${portalUrl}/api/sso-oidc/token`, body);
    }
  };
  await Promise.all(Array.from({ length: 8 }, begin));
  return bodies.slice(0, COMMAND_LINES);
}

/** Polls from a process of their own while `measure` runs. */
async function whilePolled<T>(load: PollLoad, measure: () => Promise<T>): Promise<{ value: T; count: PollCount }> {
  const args = ["--import", "tsx", join(import.meta.dirname, "poll-load.ts")];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const said = text(child.stdout);
  child.stdin.write(`${JSON.stringify(load)}\n`);
  await once(child, "spawn");
  await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS));
  const value = await measure();
  child.stdin.end();
  return { value, count: JSON.parse(await said) };
}

/** The role page without and with five thousand command lines that poll every five seconds. Milliseconds, and polls a second. */
export async function measurePolls(portalUrl: string, headers: Headers) {
  const load = async () => (await fetch(`${portalUrl}/`, { headers })).text();
  const measure = async () => {
    const samples: number[] = [];
    const startedAt = performance.now();
    for (let round = 0; round < PAGE_ROUNDS; round++) {
      samples.push(await time(load));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return { pageMs: median(samples), seconds: (performance.now() - startedAt) / 1000 };
  };
  const bodies = await beginWaiting(portalUrl);
  const quiet = await measure();
  const { value: polled, count } = await whilePolled(
    { url: `${portalUrl}/api/sso-oidc/token`, bodies, intervalMs: INTERVAL_MS },
    measure,
  );
  return {
    quietMs: quiet.pageMs,
    polledMs: polled.pageMs,
    pollsPerSecond: count.answered / (polled.seconds + INTERVAL_MS / 1000),
    // A poll that this machine delays comes too soon before the next, which is told to slow down.
    otherwisePercent: (1 - count.waiting / count.answered) * 100,
  };
}
