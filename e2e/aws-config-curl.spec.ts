import {
  appendFileSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { runCommand } from "./portal/own-shell";
import { signCommandLineIn } from "./portal/sign-command-line-in";
import { signIn, signInByHand } from "./portal/sign-in";

const PORTAL = ADDRESSES.portalUrl;
const DEVELOPER = { accountId: "630492718354", roleName: "Developer" };
const MINE =
  "\n[profile mine]\nrole_arn = x\n\n[profile gone]\nsso_session = example-corp\nsso_account_id = 999999999999\nsso_role_name = Gone\n";

test.setTimeout(90_000);

/** The commands that the page shows with a new token. */
async function readCommands(page: Page) {
  await page.goto("/terminal");
  await page.getByRole("tab", { name: "From the terminal" }).click();
  await page.getByRole("button", { name: "Get a token for curl" }).click();
  const read = async (name: string) => (await page.getByRole("region", { name }).locator("pre").textContent()) ?? "";
  return { first: await read("command for a new file"), update: await read("command that updates") };
}

test("curl writes the file and updates it over the person's additions, until the sign-in ends", async ({ page }) => {
  await signInByHand(page, "corp", "developer");
  const { first, update } = await readCommands(page);
  const home = mkdtempSync(join(tmpdir(), "gatehouse-config-"));
  const config = join(home, ".aws", "config");
  const read = () => readFileSync(config, "utf8");

  expect(await runCommand(home, first)).toEqual({ stdout: "", stderr: "" });
  const fresh = read();
  expect(fresh.match(/^\[profile /gm)).toHaveLength(13);
  expect((await runCommand(home, first)).stderr).toContain("is there already");

  // As people keep it who have their settings elsewhere.
  renameSync(config, join(home, "dotfile"));
  symlinkSync(join(home, "dotfile"), config);
  appendFileSync(config, MINE);
  expect(await runCommand(home, update)).toEqual({ stdout: "", stderr: "" });
  expect(read()).toBe(fresh + MINE.slice(0, MINE.indexOf("\n[profile gone]")));
  expect(lstatSync(config).isSymbolicLink()).toBe(true);
  expect(statSync(config).mode & 0o777).toBe(0o600);

  const before = read();
  appendFileSync(config, "aws_secret_access_key = x\n");
  expect((await runCommand(home, update)).stderr).toContain("This file holds a secret key or a session token.");
  expect(read()).toBe(`${before}aws_secret_access_key = x\n`);
  await page.request.post("/api/sign-out", { headers: { origin: PORTAL }, maxRedirects: 0 });
  expect((await runCommand(home, update)).stderr).toContain("The token is unknown or has ended.");
  expect(readdirSync(home).concat(readdirSync(join(home, ".aws")))).toHaveLength(3);
});

test("who asks for the file, and how, is looked at each time", async ({ page, request }) => {
  await signIn(page, "corp", "developer");
  const file = { data: "[default]\n", headers: { "content-type": "text/plain" } };
  const post = (headers: Record<string, string>) =>
    page.request.post("/api/cli/config", { ...file, headers: { ...file.headers, ...headers } });
  for (const headers of [{}, { origin: "https://evil.example" }, { origin: PORTAL, "sec-fetch-site": "cross-site" }])
    expect((await post(headers)).status()).toBe(403);
  const own = await post({ origin: PORTAL });
  expect(own.headers()).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store, no-transform",
  });
  expect(await own.text()).toContain("[profile payments-dev-Developer]");
  // A cookie adds nothing to a header that speaks for nobody.
  expect((await post({ origin: PORTAL, authorization: "Bearer x" })).status()).toBe(401);
  expect((await post({ origin: PORTAL, "content-type": "application/json" })).status()).toBe(415);
  const large = await page.request.post("/api/cli/config", {
    data: "#".repeat(1024 * 1024 + 1),
    headers: { "content-type": "text/plain", origin: PORTAL },
  });
  expect(large.status()).toBe(413);
  const wrong = await page.request.get("/api/cli/config?names=%7B%1b%5B31m%7D");
  expect(await wrong.text()).toMatch(/^\{\?\[31m\} means nothing in a template\. There are: \{account\}, /);

  const secrets = await signCommandLineIn(page.request, PORTAL, DEVELOPER);
  const authorization = `Bearer ${secrets["renewed access token"]}`;
  const byAccessToken = await request.get(`${PORTAL}/api/cli/config`, { headers: { authorization } });
  expect(await byAccessToken.text()).toContain("[profile payments-dev-Developer]");
  const byRefreshToken = await request.get(`${PORTAL}/api/cli/config`, {
    headers: { authorization: `Bearer ${secrets["renewed refresh token"]}` },
  });
  expect(byRefreshToken.status()).toBe(401);

  const { token } = await (await page.request.post("/api/cli/config-token", { headers: { origin: PORTAL } })).json();
  for (const path of ["/api/roles", "/api/cli/config?token=x"]) {
    const answer = await request.get(`${PORTAL}${path}`, { headers: { authorization: `Bearer ${token}` } });
    expect([400, 401]).toContain(answer.status());
  }
  const credentials = await request.get(
    `${PORTAL}/api/sso/federation/credentials?role_name=Developer&account_id=${DEVELOPER.accountId}`,
    {
      headers: { "x-amz-sso_bearer_token": token },
    },
  );
  expect(credentials.status()).toBe(401);
});
