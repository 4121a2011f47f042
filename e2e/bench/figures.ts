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
import { askForRoleCredentials, measurePolls, signCommandLineIn } from "./command-line-figures";
import { askForCredentials, compareLatency, directCaller, measureThroughput, type Role } from "./credentials-figures";
import { atLeast, atMost, type Figure, plain, report } from "./figure";
import { measureLighthouse } from "./lighthouse-figures";
import { fetchOwnIdToken } from "./own-id-token";
import { measureRolePage } from "./page-figures";

const BASE_PORT = Number(process.env.GATEHOUSE_BENCH_PORT ?? 4200);
const root = join(import.meta.dirname, "..", "..");
const addresses = buildAddresses(BASE_PORT);

function findRole(name: string, account: string): Role & { readonly roleArn: string } {
  const found = listRoles().find((role) => role.name === name && role.account.name === account);
  if (found === undefined) throw new Error(`the demo has no ${name} in ${account}`);
  const { id: accountId, partition } = found.account;
  return { accountId, roleName: name, roleArn: buildRoleArn({ partition, accountId, roleName: name }) };
}

/** The SDK's own call for a role of the developer's. */
async function ownCaller(where: typeof addresses) {
  const { roleArn } = findRole("PowerUser", "payments-dev");
  return directCaller(where, roleArn, await fetchOwnIdToken(where, "developer"));
}

/** Beside the code that it measures: what is in `lib` is not for this folder. */
async function measureSaml(): Promise<{ verifyMs: number; bareMs: number }> {
  const env = { ...process.env, NODE_OPTIONS: "--conditions=react-server" };
  const args = ["--import", "tsx", "lib/saml/measure-verification.ts"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env });
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "{}");
}

async function measureCredentials(): Promise<Figure[]> {
  const headers = await openPortalSession(addresses.portalUrl, WORKFORCE, "developer");
  const ask = (name: string, account: string) => {
    const { accountId, roleName } = findRole(name, account);
    return () => askForCredentials(addresses.portalUrl, headers, { accountId, roleName });
  };
  const direct = await ownCaller(addresses);
  const figures: Figure[] = [];
  const paths = {
    "idp-oidc": ask("PowerUser", "payments-dev"),
    "portal-oidc": ask("Developer", "payments-prod"),
    "portal-saml": ask("Deployer", "payments-staging"),
  };
  for (const [via, portal] of Object.entries(paths)) {
    const { portalMs, directMs, portalP95Ms } = await compareLatency(portal, direct);
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
  return figures;
}

/** What `aws sso login` and all that follows it cost. */
async function measureCommandLines(): Promise<Figure[]> {
  const { portalUrl } = addresses;
  const headers = await openPortalSession(portalUrl, WORKFORCE, "developer");
  const accessToken = await signCommandLineIn(portalUrl, headers);
  const direct = await ownCaller(addresses);
  const ask = () => askForRoleCredentials(portalUrl, accessToken, findRole("Developer", "payments-prod"));
  const { portalMs, directMs } = await compareLatency(ask, direct);
  const load = await measureThroughput(ask);
  const polls = await measurePolls(portalUrl, headers);
  return [
    plain("GetRoleCredentials: median", portalMs, "ms"),
    atMost("GetRoleCredentials: added", portalMs - directMs, "ms", 5),
    atLeast("GetRoleCredentials, 16 clients: requests a second", load.requestsPerSecond, "/s", 200),
    plain("GetRoleCredentials, 16 clients: median", load.p50Ms, "ms"),
    atMost("GetRoleCredentials, 16 clients: errors", load.errors, "", 0),
    plain("role page: HTML, median without polls", polls.quietMs, "ms"),
    plain("role page: HTML, median with 5,000 command lines polling", polls.polledMs, "ms"),
    atMost("role page: slower by", (polls.polledMs / polls.quietMs - 1) * 100, "%", 20),
    plain("polls a second", polls.pollsPerSecond, "/s"),
    atMost("polls answered with anything but to wait", polls.otherwisePercent, "%", 1),
  ];
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
async function measureLarge(): Promise<readonly Figure[]> {
  const port = BASE_PORT + 20;
  return withSandbox({ port, accounts: 1015 }, async ({ portalUrl }) => {
    const direct = await ownCaller(buildAddresses(port));
    const stsMs = (await compareLatency(direct, direct)).directMs;
    const { cookie = "" } = await openPortalSession(portalUrl, WORKFORCE, "admin");
    return [
      ...(await measureBrowser(portalUrl, stsMs)),
      ...(await measureLighthouse(portalUrl, cookie, ["/", "/activity", "/help"])),
    ];
  });
}

async function measureSamlFigures(): Promise<Figure[]> {
  const { verifyMs, bareMs } = await measureSaml();
  return [
    atMost("SAML response: verified, median", verifyMs, "ms", 5),
    plain("SAML response: over one parse and one RSA verification", verifyMs / bareMs, "x"),
  ];
}

const inSandbox = (measure: () => Promise<readonly Figure[]>) => () => withSandbox({ port: BASE_PORT }, measure);

/** `npm run bench -- page saml` measures these alone. */
const GROUPS: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  credentials: inSandbox(measureCredentials),
  "command-lines": inSandbox(measureCommandLines),
  saml: measureSamlFigures,
  page: inSandbox(measurePage),
  browser: measureLarge,
};

async function main(asked: readonly string[]): Promise<number> {
  const unknown = asked.filter((name) => !(name in GROUPS));
  if (unknown.length > 0) throw new Error(`no ${unknown.join(", ")}; there are ${Object.keys(GROUPS).join(", ")}`);
  const figures: Figure[] = [];
  for (const [name, measure] of Object.entries(GROUPS)) {
    if (asked.length === 0 || asked.includes(name)) figures.push(...(await measure()));
  }
  report(figures);
  await mkdir(join(root, "e2e/.output"), { recursive: true });
  await writeFile(join(root, "e2e/.output/bench.json"), `${JSON.stringify(figures, null, 2)}\n`);
  return figures.every(({ holds }) => holds) ? 0 : 1;
}

process.exit(await main(process.argv.slice(2)));
