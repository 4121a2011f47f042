import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { type HelperHome, makeHelperHome, paste } from "./portal/cli-helper";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { whoIsSdk } from "./portal/sdk-profile";
import { signIn } from "./portal/sign-in";

const PAYMENTS_DEV = "630492718354";
const BEN = `arn:aws:sts::${PAYMENTS_DEV}:assumed-role/Developer/ben.lindqvist@example.com`;
const SHELLS = ["dash", "bash", "busybox sh"];
const CREDENTIALS = ["credentials", "--account", PAYMENTS_DEV, "--role", "Developer"];
const ALONE = { GATEHOUSE_NO_BROWSER: "1" };

test.setTimeout(120_000);

let home: HelperHome;
test.beforeEach(() => {
  home = makeHelperHome(SHELLS, PAYMENTS_DEV, "Developer");
});
test.afterEach(() => home.remove());

/** Once the helper has sent the browser somewhere, a person says yes there. */
async function allowInBrowser(page: Page, address: () => string | undefined): Promise<void> {
  await expect.poll(address).toBeTruthy();
  await page.goto(address() ?? "");
  await expect(page.getByText(/Gatehouse helper on/).first()).toBeVisible();
  await page.getByRole("button", { name: "Allow" }).click();
}

/** The helper's sign-ins, not what was asked for with them. */
const signInsOf = (page: Page) =>
  page
    .getByRole("listitem")
    .filter({ hasText: "Gatehouse helper on" })
    .filter({ has: page.getByRole("button", { name: /^End/ }) });

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

const askedOfSts = async () =>
  (await listRequests()).filter(({ action }) => action?.startsWith("AssumeRole")).map(({ action }) => action);

test("the helper, by curl and sha256sum, signs in by one confirmation and serves the AWS CLI and the SDK in three shells", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  const login = home.gatehouse("dash", ["login"]);
  await allowInBrowser(page, () => home.readAddresses()[0]);
  await expect(page.getByText("You can close this page.")).toBeVisible();
  const signedIn = await login;
  expect(signedIn).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("Signed in to") });

  for (const shell of SHELLS) {
    await forgetRequests();
    const profile = shell.replace(" ", "-");
    expect(await home.whoIsAws(profile)).toEqual({ code: 0, stdout: `${BEN}\n`, stderr: "" });
    expect(await askedOfSts()).toHaveLength(1);
    expect(await home.whoIsAws(profile)).toMatchObject({ stdout: `${BEN}\n` });
    expect(await askedOfSts(), "the second call is answered from the cache").toHaveLength(1);
    home.forgetRoles();
  }
  expect(await whoIsSdk(home.home)).toBe(BEN);

  home.forgetRoles();
  await forgetRequests();
  const answers = await Promise.all(SHELLS.map((shell) => home.gatehouse(shell, CREDENTIALS, ALONE)));
  expect(await askedOfSts(), "several at once ask once").toHaveLength(1);
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1);
  const [answer] = answers;
  expect(answer).toMatchObject({ code: 0, stderr: "" });
  const given = JSON.parse(answer?.stdout ?? "");
  expect(given).toMatchObject({ Version: 1, AccountId: PAYMENTS_DEV, AccessKeyId: expect.stringMatching(/^ASIA/) });
  expect(Date.parse(given.Expiration)).toBeGreaterThan(Date.now() + 900_000);
  expect(given.Expiration).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);

  const [, , secret = "", , access = "", , refresh = ""] = home.readSignIn().split(":");
  const secrets = { secret, access, refresh, key: given.SecretAccessKey, token: given.SessionToken };
  const seen = home.readArguments() + signedIn.stderr + answers.map(({ stderr }) => stderr).join();
  expect(seen).toContain("--config");
  for (const [name, value] of Object.entries(secrets)) {
    expect(value.length, name).toBeGreaterThan(30);
    expect(seen.includes(value), `${name} is among arguments or words`).toBe(false);
  }
  expect(modeOf(home.kept)).toBe("700");
  expect(modeOf(join(home.kept, ".."))).toBe("700");
  expect(modeOf(join(home.kept, "sign-in"))).toBe("600");
  expect(modeOf(join(home.kept, `role-${PAYMENTS_DEV}.Developer.json`))).toBe("600");

  // Its access token over: renewed without anybody, and the refresh token replaced.
  home.writeSignIn(home.readSignIn().replace(/:\d+:([\w-]{43})$/, ":1:$1"));
  home.forgetRoles();
  expect(await home.gatehouse("busybox sh", CREDENTIALS, ALONE)).toMatchObject({ code: 0, stderr: "" });
  expect(home.readSignIn()).not.toContain(refresh);

  const foreign = await home.gatehouse("bash", [...CREDENTIALS.slice(0, -1), "Nobody"], ALONE);
  expect(foreign).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining("No access") });

  await page.goto("/sessions");
  await signInsOf(page).first().getByRole("button", { name: /^End/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 sign-in was ended." })).toBeVisible();
  home.forgetRoles();
  const over = await home.gatehouse("dash", CREDENTIALS, ALONE);
  expect(over).toMatchObject({ code: 1, stdout: "" });
  expect(over.stderr).toMatch(
    /^gatehouse: not signed in to .*, or the sign-in has ended\. Run: \S+\/gatehouse login\n$/,
  );
});

test("the page's own lines install the helper, unless a byte of it differs, and add a profile that works", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  await page.goto("/terminal/credential-process");
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "payments-dev / Developer" });
  // Copied as they stand: a line break in the source of the page is one in the shell.
  const linesOf = async (name: string) => (await page.getByRole("region", { name }).textContent()) ?? "";
  const install = await linesOf("Install it");
  const installed = join(home.home, ".local", "bin", "gatehouse");
  const tampered = await paste(
    home.home,
    install.replace(/[0-9a-f](?=[0-9a-f]{63})/, (digit) => (digit === "0" ? "1" : "0")),
  );
  expect(tampered.code).not.toBe(0);
  expect(existsSync(installed)).toBe(false);
  expect(await paste(home.home, install)).toMatchObject({ code: 0 });
  expect(await paste(home.home, await linesOf("Add a profile for a role"))).toEqual({
    code: 0,
    stdout: "",
    stderr: "",
  });
  const shown = (await linesOf("The profile that is added")).replace("/home/you", home.home);
  expect(readFileSync(join(home.home, ".aws", "config"), "utf8")).toContain(shown.trim());

  const who = home.whoIsAws("payments-dev-Developer");
  await allowInBrowser(page, () => home.readAddresses()[0]);
  expect(await who).toMatchObject({ code: 0, stdout: `${BEN}\n` });

  await page.goto("/terminal/credential-process");
  await page.getByRole("tab", { name: "Windows" }).click();
  await expect(page.getByRole("region", { name: "Install it" })).toContainText("Get-FileHash");
  await expect(page.getByText("it has not been run on Windows yet")).toBeVisible();
});

test("by a code, as over ssh; logout ends the sign-in at the portal and leaves nothing behind", async ({ page }) => {
  await signIn(page, "corp", "developer");
  const login = home.begin("busybox sh", ["login"], { SSH_CONNECTION: "10.0.0.7 50000 10.0.0.8 22" });
  await expect.poll(() => /type the code (\S+)/.exec(login.said())?.[1]).toBeTruthy();
  const [, code = ""] = /type the code (\S+)/.exec(login.said()) ?? [];
  await page.goto("/device");
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Allow" }).click();
  expect(await login.ended).toBe(0);
  expect(home.readAddresses()).toEqual([]);
  expect(await home.gatehouse("bash", CREDENTIALS, ALONE)).toMatchObject({ code: 0 });
  expect(await home.gatehouse("dash", ["status"])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("Signed in"),
  });

  await page.goto("/sessions");
  const rows = signInsOf(page);
  const before = await rows.count();
  expect(before).toBeGreaterThan(0);
  expect(await home.gatehouse("dash", ["logout"])).toMatchObject({ code: 0, stdout: "" });
  await page.reload();
  await expect(rows).toHaveCount(before - 1);
  expect(readdirSync(home.kept).filter((name) => name !== "failed")).toEqual([]);
  expect(await home.gatehouse("dash", ["status"])).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("Not signed in"),
  });
});

test("programs that start at the same moment, none signed in, open one browser; a refusal reaches all of them", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  const runs = SHELLS.map((shell) => home.gatehouse(shell, CREDENTIALS));
  await allowInBrowser(page, () => home.readAddresses()[0]);
  for (const ended of await Promise.all(runs)) expect(ended).toMatchObject({ code: 0 });
  expect(home.readAddresses()).toHaveLength(1);

  expect(await home.gatehouse("dash", ["logout"])).toMatchObject({ code: 0 });
  const others = [CREDENTIALS, CREDENTIALS, [...CREDENTIALS.slice(0, -1), "Nobody"]];
  const refused = others.map((args, at) => home.gatehouse(SHELLS[at] ?? "", args));
  await expect.poll(() => home.readAddresses().length).toBe(2);
  await page.goto(home.readAddresses()[1] ?? "");
  await page.getByRole("button", { name: "Refuse" }).click();
  for (const ended of await Promise.all(refused)) expect(ended).toMatchObject({ code: 1, stdout: "" });
  expect(home.readAddresses()).toHaveLength(2);
});
