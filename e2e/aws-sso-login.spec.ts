import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { signIn } from "./portal/sign-in";
import { aws, beginSsoLogin, makeSsoHome, readAccessToken, whoIsBoto3 } from "./portal/sso-home";

const PAYMENTS_DEV = "630492718354";
const PROFILE = { name: "dev", accountId: PAYMENTS_DEV, roleName: "Developer" };
const FOREIGN = { name: "foreign", accountId: PAYMENTS_DEV, roleName: "Nobody" };

test.setTimeout(90_000);

test("aws sso login, allowed in the browser, gives every command of the AWS CLI and boto3 credentials until it is signed out", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  const home = makeSsoHome([PROFILE, FOREIGN]);
  const login = await beginSsoLogin(home, "dev");
  await page.goto(login.url);
  await expect(page.getByRole("heading", { name: "Sign a command line in?" })).toBeVisible();
  await expect(page.getByText(login.userCode, { exact: true })).toBeVisible();
  await expect(page.getByText("AWS CLI on Linux")).toBeVisible();
  await expect(page.getByText("127.0.0.1", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("heading", { name: "The command line is signed in" })).toBeVisible();
  expect(await login.ended).toMatchObject({ code: 0, said: expect.stringContaining("Successfully logged into") });

  const listed = (...args: readonly string[]) =>
    aws(home, "sso", ...args, "--access-token", readAccessToken(home), "--region", "eu-west-1", "--output", "text");
  const accounts = await listed("list-accounts", "--query", "accountList[].accountId", "--page-size", "2");
  expect(accounts.stdout.split(/\s+/)).toContain(PAYMENTS_DEV);
  const roles = await listed("list-account-roles", "--account-id", PAYMENTS_DEV, "--query", "roleList[].roleName");
  expect(roles.stdout.split(/\s+/)).toContain("Developer");

  const who = await aws(home, "sts", "get-caller-identity", "--profile", "dev", "--query", "Arn", "--output", "text");
  expect(who.stderr).toBe("");
  expect(who.stdout.trim()).toBe(`arn:aws:sts::${PAYMENTS_DEV}:assumed-role/Developer/ben.lindqvist@example.com`);
  expect(await whoIsBoto3(home, "dev")).toEqual({ code: 0, stdout: who.stdout, stderr: "" });
  const exported = await aws(home, "configure", "export-credentials", "--profile", "dev");
  expect(JSON.parse(exported.stdout)).toMatchObject({ Version: 1, AccessKeyId: expect.stringMatching(/^ASIA/) });

  const refused = await aws(home, "sts", "get-caller-identity", "--profile", "foreign");
  expect(refused.stderr).toContain("ForbiddenException");
  expect(refused.stderr).toContain("No access");

  await page.goto("/activity");
  await expect(page.getByRole("row").filter({ hasText: "Command line signed in" }).first()).toBeVisible();
  expect(await aws(home, "sso", "logout")).toMatchObject({ code: 0 });
  const after = await aws(home, "sts", "get-caller-identity", "--profile", "dev");
  expect(after.code).not.toBe(0);
  expect(after.stderr).toMatch(/Token has expired|aws sso login|Error loading SSO Token/);
});

test("wrong codes in links from elsewhere lock nobody out", async ({ page }) => {
  await signIn(page, "corp", "many-groups");
  for (const code of ["BBBB-BBBB", "CCCC-CCCC", "DDDD-DDDD"]) {
    await page.goto(ADDRESSES.awsUrl);
    await page.evaluate((url) => location.assign(url), `${ADDRESSES.portalUrl}/device?user_code=${code}`);
    await expect(page.getByRole("alert").filter({ hasText: "No command line waits under this code" })).toBeVisible();
  }
});

test("device-code phishing: two wrong codes and none is looked up; what a person refuses gets nothing", async ({
  page,
}) => {
  await signIn(page, "corp", "auditor");
  const home = makeSsoHome([PROFILE]);
  const login = await beginSsoLogin(home, "dev");
  await page.goto("/device");
  await page.getByLabel("Code").fill(login.userCode.toLowerCase().replace("-", " "));
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(page.getByRole("heading", { name: "Refused" })).toBeVisible();
  expect(await login.ended).toMatchObject({ code: 254, said: expect.stringContaining("AccessDeniedException") });
  for (const code of ["BBBB-BBBB", "CCCC-CCCC"]) {
    await page.goto(`/device?user_code=${code}`);
    await expect(page.getByRole("alert").filter({ hasText: "No command line waits under this code" })).toBeVisible();
  }
  await page.goto(login.url);
  await expect(page.getByRole("alert").filter({ hasText: "Too many wrong codes" })).toBeVisible();
  await expect(page.getByLabel("Code")).toHaveCount(0);
});
