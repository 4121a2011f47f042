import { join } from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { BEN } from "./demo/iam-users";
import { askContainerEndpoint, askForLease, endLeases } from "./portal/container-client";
import { signCommandLineIn } from "./portal/sign-command-line-in";
import { signIn } from "./portal/sign-in";
import { type OwnPortal, startOwnPortal } from "./portal/start-own-portal";
import { readFilesBelow, readRows, type Written } from "./portal/written-files";

const ROLES = {
  corp: [
    { accountName: "payments-prod", roleName: "Developer" },
    { accountName: "payments-staging", roleName: "Deployer" },
    { accountName: "ml-sandbox", roleName: "Notebook" },
  ],
  workforce: [{ accountName: "payments-dev", roleName: "PowerUser" }],
} as const;

type Secrets = Map<string, string>;

/** What the browser carries between the portal and the identity provider. */
function watchBrowser(page: Page, portalUrl: string, secrets: Secrets): void {
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== portalUrl) return;
    const code = url.searchParams.get("code");
    if (code !== null) secrets.set(`code at ${url.pathname}`, code);
    const response = new URLSearchParams(request.postData() ?? "").get("SAMLResponse");
    if (response === null) return;
    secrets.set("SAMLResponse", response.slice(1000, 1080));
    const xml = Buffer.from(response, "base64").toString();
    secrets.set("signature of the SAMLResponse", /SignatureValue>\s*([\w+/=]{60})/.exec(xml)?.[1] ?? "");
  });
}

async function keepCookies(context: BrowserContext, { addresses }: OwnPortal, secrets: Secrets): Promise<void> {
  for (const { name, value } of await context.cookies(addresses.portalUrl)) {
    if (/session|state|nonce|pkce|csrf/.test(name)) secrets.set(`cookie ${name} (${secrets.size})`, value);
  }
}

async function askForCredentials(page: Page, { addresses }: OwnPortal, role: object, secrets: Secrets): Promise<void> {
  const headers = { origin: addresses.portalUrl };
  const reply = await page.request.post(`${addresses.portalUrl}/api/credentials`, { data: role, headers });
  expect(reply.status(), await reply.text()).toBe(200);
  const { credentials, roleName } = await reply.json();
  secrets.set(`secret access key of ${roleName}`, credentials.secretAccessKey);
  secrets.set(`session token of ${roleName}`, credentials.sessionToken);
}

async function openConsole(page: Page, { addresses }: OwnPortal, role: object, secrets: Secrets): Promise<void> {
  const reply = await page.request.post(`${addresses.portalUrl}/api/console`, {
    form: { ...role },
    headers: { origin: addresses.portalUrl },
    maxRedirects: 0,
  });
  const location = new URL(reply.headers().location ?? "", addresses.portalUrl);
  secrets.set("sign-in token of the console", location.searchParams.get("SigninToken") ?? "");
}

/** A key and a code that somebody types: with success, and refused in each way that AWS and the portal refuse. */
async function askWithUserKey(page: Page, { addresses }: OwnPortal, secrets: Secrets): Promise<void> {
  const headers = { origin: addresses.portalUrl };
  const url = `${addresses.portalUrl}/api/session-token`;
  const typed = {
    accessKeyId: BEN.accessKeyId,
    secretAccessKey: BEN.secretAccessKey,
    mfaDevice: BEN.mfa.serialNumber,
    mfaCode: BEN.mfa.code,
  };
  secrets.set("secret access key of an IAM user", BEN.secretAccessKey);
  const reply = await page.request.post(url, { headers, data: typed });
  expect(reply.status(), await reply.text()).toBe(200);
  const { credentials } = await reply.json();
  secrets.set("secret access key of an IAM user's session", credentials.secretAccessKey);
  secrets.set("session token of an IAM user", credentials.sessionToken);
  const wrongSecret = `${"w".repeat(20)}Rong+Secret/OfSomeone`;
  secrets.set("a wrong secret access key", wrongSecret);
  const wrong = [
    { secretAccessKey: wrongSecret },
    { accessKeyId: wrongSecret },
    { mfaDevice: wrongSecret },
    { mfaCode: wrongSecret },
    { role: { accountId: "630492718354", roleName: "Nobody" } },
    { unknown: wrongSecret },
  ];
  for (const change of wrong) await page.request.post(url, { headers, data: { ...typed, ...change } });
}

/** A lease that is made, used with its own token and with one that is nobody's, and ended. */
async function takeByLease(
  page: Page,
  { addresses }: OwnPortal,
  role: { accountId: string; roleName: string },
  secrets: Secrets,
) {
  const { portalUrl } = addresses;
  const made = await (await askForLease(page.request, role, portalUrl)).json();
  secrets.set("token of a lease", made.token);
  const wrongToken = `wrong-${made.token.slice(6)}`;
  secrets.set("a wrong token of a lease", wrongToken);
  const given = await askContainerEndpoint(made.token, made.url);
  secrets.set("secret access key of a lease", given.body.SecretAccessKey ?? "");
  secrets.set("session token of a lease", given.body.Token ?? "");
  await askContainerEndpoint(wrongToken, made.url);
  await endLeases(page.request, made.id, portalUrl);
}

/** Requests that go wrong, with secrets in them: what a log is most likely to quote. */
async function provokeErrors(page: Page, { addresses, sandbox }: OwnPortal, role: object, secrets: Secrets) {
  const { portalUrl } = addresses;
  const [secret = "", token = ""] = [...secrets.values()].filter((value) => value.length > 40);
  const headers = { origin: portalUrl, "content-type": "application/json" };
  await page.request.post(`${portalUrl}/api/credentials`, { headers, data: `{"token":"${secret}` });
  await page.request.post(`${portalUrl}/api/saml/corp/acs`, { form: { SAMLResponse: token, RelayState: secret } });
  await page.request.get(`${portalUrl}/api/saml/corp/slo?SAMLResponse=${secret}&RelayState=${token}`);
  sandbox.aws.orderFaults({ kind: "drop", times: 3 }, { kind: "fail", status: 403, code: "AccessDenied", times: 1 });
  for (const _ of [1, 2]) await page.request.post(`${portalUrl}/api/credentials`, { headers, data: role });
  for (const idp of ["corp", "workforce"]) {
    await page.request.get(`${portalUrl}/api/auth/callback/${idp}?code=${secret}&state=${token}`);
  }
}

async function findRole(page: Page, portalUrl: string, wanted: { accountName: string; roleName: string }) {
  const reply = await page.request.get(`${portalUrl}/api/roles`);
  const accounts: readonly { accountId: string; accountName: string }[] = await reply.json();
  const accountId = accounts.find(({ accountName }) => accountName === wanted.accountName)?.accountId ?? "";
  return { accountId, roleName: wanted.roleName };
}

/** A whole run: both identity providers, all four ways into AWS, the console, and what goes wrong. */
async function drive(page: Page, portal: OwnPortal, secrets: Secrets): Promise<void> {
  const { portalUrl } = portal.addresses;
  watchBrowser(page, portalUrl, secrets);
  for (const idp of ["corp", "workforce"] as const) {
    await page.context().clearCookies();
    await signIn(page, idp, "developer", portalUrl);
    await keepCookies(page.context(), portal, secrets);
    for (const named of ROLES[idp]) {
      const role = await findRole(page, portalUrl, named);
      await askForCredentials(page, portal, role, secrets);
      await openConsole(page, portal, role, secrets);
    }
    if (idp === "corp") await takeByLease(page, portal, await findRole(page, portalUrl, ROLES.corp[0]), secrets);
  }
  for (const [at, token] of portal.sandbox.oidc.listTokens().entries()) secrets.set(`token ${at} of the IdP`, token);
  await askWithUserKey(page, portal, secrets);
  const role = await findRole(page, portalUrl, ROLES.workforce[0]);
  const passed = await signCommandLineIn(page.request, portalUrl, role);
  for (const [name, value] of Object.entries(passed)) secrets.set(`${name} of a command line`, value);
  await provokeErrors(page, portal, role, secrets);
}

/** ID tokens and assertions, which pass between servers only, are known by how they begin. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  "a JSON web token": /eyJ[\w-]{10,}\.eyJ[\w-]{10,}/,
  "an assertion": /<\w+:Assertion[ >]/,
  "an assertion in base64": /(PHNhbWxwOlJlc3BvbnNl|PHNhbWw6QXNzZXJ0aW9u)/,
  "a private key": /BEGIN (RSA )?PRIVATE KEY/,
};

function* findSecrets(written: Iterable<Written>, secrets: Secrets): Generator<string> {
  for (const { where, bytes } of written) {
    for (const [name, value] of secrets) if (bytes.includes(value)) yield `${name} in ${where}`;
    const text = bytes.toString("latin1");
    for (const [name, shape] of Object.entries(SHAPES)) if (shape.test(text)) yield `${name} in ${where}`;
  }
}

test("secrets in logs, traces, error reports and backups: nothing that a whole run wrote holds one", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const startedMs = Date.now();
  const portal = await startOwnPortal();
  try {
    const secrets: Secrets = new Map();
    await drive(page, portal, secrets);
    await portal.stop();
    const log: Written = { where: "the log", bytes: Buffer.from(portal.lines.join("\n")) };
    const rows = await readRows(portal.dataDirectory);
    // What is looked for was there to be found, and the search finds what is meant to be on record.
    expect([...secrets.values()].filter((value) => value.length < 20)).toEqual([]);
    expect(secrets.size).toBeGreaterThanOrEqual(28);
    expect(portal.lines.length).toBeGreaterThan(3);
    expect(rows.length).toBeGreaterThan(15);
    const issued = portal.sandbox.aws.requests().flatMap(({ accessKeyId }) => accessKeyId ?? []);
    const published: Secrets = new Map([["an access key id", issued[0] ?? "none was issued"]]);
    for (const written of [rows, readFilesBelow(portal.dataDirectory)]) {
      expect([...findSecrets(written, published)]).not.toEqual([]);
    }
    const caches = readFilesBelow(join(import.meta.dirname, "..", ".next"), startedMs);
    for (const written of [[log], rows, readFilesBelow(portal.dataDirectory), caches]) {
      expect([...findSecrets(written, secrets)]).toEqual([]);
    }
  } finally {
    await portal.remove();
  }
});
