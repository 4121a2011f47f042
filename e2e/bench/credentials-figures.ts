import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Addresses } from "../demo/addresses";
import { median, quantile, time } from "./statistics";

export type Role = { readonly accountId: string; readonly roleName: string };
type Headers = Readonly<Record<string, string>>;

const ROUNDS = 400;
const WARM_UP = 100;
const CLIENTS = 16;
const LOAD_SECONDS = 10;

/** One request as the portal's page sends it. Throws on anything but credentials. */
export async function askForCredentials(portalUrl: string, headers: Headers, role: Role): Promise<void> {
  const response = await fetch(`${portalUrl}/api/credentials`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(role),
  });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${response.status} ${body.slice(0, 300)}`);
}

/** The same call made by the SDK itself, with a token that the sandbox takes: the person's own from the OIDC stand-in. */
export function directCaller({ awsUrl }: Addresses, roleArn: string, webIdentityToken: string) {
  const client = new STSClient({
    region: "eu-west-1",
    endpoint: awsUrl,
    credentials: async () => Promise.reject(new Error("unsigned")),
  });
  return () =>
    client.send(
      new AssumeRoleWithWebIdentityCommand({
        RoleArn: roleArn,
        RoleSessionName: "ben.lindqvist@example.com",
        WebIdentityToken: webIdentityToken,
        DurationSeconds: 3600,
      }),
    );
}

/** One client, the portal and the direct call in turn, so that both meet the same noise. Milliseconds. */
export async function compareLatency(portal: () => Promise<unknown>, direct: () => Promise<unknown>) {
  for (let round = 0; round < WARM_UP; round++) {
    await portal();
    await direct();
  }
  const samples = { portal: [] as number[], direct: [] as number[] };
  for (let round = 0; round < ROUNDS; round++) {
    samples.portal.push(await time(portal));
    samples.direct.push(await time(direct));
  }
  return {
    portalMs: median(samples.portal),
    directMs: median(samples.direct),
    portalP95Ms: quantile(samples.portal, 0.95),
  };
}

/** Sixteen clients for ten seconds, each with its next request as soon as the last is answered. */
export async function measureThroughput(ask: () => Promise<unknown>) {
  const endsAt = performance.now() + LOAD_SECONDS * 1000;
  const samples: number[] = [];
  let errors = 0;
  const client = async () => {
    while (performance.now() < endsAt) {
      try {
        samples.push(await time(ask));
      } catch {
        errors++;
      }
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return {
    requestsPerSecond: samples.length / LOAD_SECONDS,
    p50Ms: quantile(samples, 0.5),
    p95Ms: quantile(samples, 0.95),
    p99Ms: quantile(samples, 0.99),
    errors,
  };
}
