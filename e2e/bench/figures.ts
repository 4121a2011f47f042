import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildRoleArn } from "#lib/aws/arn";
import { buildAddresses, WORKFORCE } from "../demo/addresses";
import { listRoles } from "../demo/demo-roles";
import { openPortalSession } from "../portal/portal-session";
import { withSandbox } from "../portal/with-sandbox";
import { measureBrowser } from "./browser-figures";
import { askForCredentials, compareLatency, directCaller, measureThroughput, type Role } from "./credentials-figures";
import { atLeast, atMost, type Figure, plain, report } from "./figure";
import { measureLighthouse } from "./lighthouse-figures";
import { fetchOwnIdToken } from "./own-id-token";
import { measureRolePage } from "./page-figures";
import { median } from "./statistics";

const BASE_PORT = Number(process.env.GATEHOUSE_BENCH_PORT ?? 4200);
const root = join(import.meta.dirname, "..", "..");
const addresses = buildAddresses(BASE_PORT);

function findRole(name: string, account: string): Role & { readonly roleArn: string } {
  const found = listRoles().find((role) => role.name === name && role.account.name === account);
  if (found === undefined) throw new Error(`the demo has no ${name} in ${account}`);
  const { id: accountId, partition } = found.account;
  return { accountId, roleName: name, roleArn: buildRoleArn({ partition, accountId, roleName: name }) };
}

/** Beside the code that it measures: what is in `lib` is not for this folder. */
async function measureSaml(): Promise<{ verifyMs: number; bareMs: number }> {
  const env = { ...process.env, NODE_OPTIONS: "--conditions=react-server" };
  const args = ["--import", "tsx", "lib/saml/measure-verification.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}");
}

async function measureCredentials(): Promise<{ credentials: Figure[]; stsMs: number }> {
  const headers = await openPortalSession(addresses.portalUrl, WORKFORCE, "developer");
  const ask = (name: string, account: string) => {
    const { accountId, roleName } = findRole(name, account);
    return () => askForCredentials(addresses.portalUrl, headers, { accountId, roleName });
  };
  const direct = directCaller(
    addresses,
    findRole("PowerUser", "payments-dev").roleArn,
    await fetchOwnIdToken(addresses, "developer"),
  );
  const figures: Figure[] = [];
  const stsTimes: number[] = [];
  const paths = {
    "idp-oidc": ask("PowerUser", "payments-dev"),
    "portal-oidc": ask("Developer", "payments-prod"),
    "portal-saml": ask("Deployer", "payments-staging"),
  };
  for (const [via, portal] of Object.entries(paths)) {
    const { portalMs, directMs, portalP95Ms } = await compareLatency(portal, direct);
    stsTimes.push(directMs);
    figures.push(
      plain(`${via}: POST /api/credentials, median`, portalMs, "ms"),
      plain(`${via}: 95th percentile`, portalP95Ms, "ms"),
    );
    figures.push(plain(`${via}: the SDK's own call, median`, directMs, "ms"));
    // The sandbox takes longer over a SAML response than over a token, which the direct call is.
    const added = portalMs - directMs;
    figures.push(
      via === "portal-saml"
        ? plain(`${via}: added to a call by token`, added, "ms")
        : atMost(`${via}: added`, added, "ms", 5),
    );
  }
  const load = await measureThroughput(paths["portal-oidc"]);
  figures.push(
    atLeast("16 clients: requests a second", load.requestsPerSecond, "/s", 200),
    plain("16 clients: median", load.p50Ms, "ms"),
  );
  figures.push(
    plain("16 clients: 95th percentile", load.p95Ms, "ms"),
    plain("16 clients: 99th percentile", load.p99Ms, "ms"),
  );
  figures.push(atMost("16 clients: errors", load.errors, "", 0));
  return { credentials: figures, stsMs: median(stsTimes) };
}

async function measurePage(): Promise<Figure[]> {
  const page = await measureRolePage(
    addresses.portalUrl,
    await openPortalSession(addresses.portalUrl, WORKFORCE, "admin"),
  );
  return [
    atMost("role page: JavaScript at first load, compressed", page.scriptKb, "kB", 150),
    atMost("role page: HTML, warm median", page.htmlMs, "ms", 100),
    plain("role page: HTML, compressed", page.htmlKb, "kB"),
  ];
}

/** A second organisation, of a thousand accounts and ten thousand roles: what a page of that size costs in a browser. */
async function measureLarge(stsMs: number): Promise<readonly Figure[]> {
  return withSandbox({ port: BASE_PORT + 20, accounts: 1015 }, async ({ portalUrl }) => {
    const { cookie = "" } = await openPortalSession(portalUrl, WORKFORCE, "admin");
    return [
      ...(await measureBrowser(portalUrl, stsMs)),
      ...(await measureLighthouse(portalUrl, cookie, ["/", "/activity", "/help"])),
    ];
  });
}

async function main(): Promise<number> {
  const { credentials, stsMs, saml, page } = await withSandbox({ port: BASE_PORT }, async () => ({
    ...(await measureCredentials()),
    saml: await measureSaml(),
    page: await measurePage(),
  }));
  const figures = [
    ...credentials,
    atMost("SAML response: verified, median", saml.verifyMs, "ms", 5),
    plain("SAML response: over one parse and one RSA verification", saml.verifyMs / saml.bareMs, "x"),
    ...page,
    ...(await measureLarge(stsMs)),
  ];
  report(figures);
  await mkdir(join(root, "e2e/.output"), { recursive: true });
  await writeFile(join(root, "e2e/.output/bench.json"), `${JSON.stringify(figures, null, 2)}\n`);
  return figures.every(({ holds }) => holds) ? 0 : 1;
}

process.exit(await main());
