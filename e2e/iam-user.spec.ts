import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { BEN } from "./demo/iam-users";
import { ADDRESSES } from "./portal/addresses";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

const ASK = `${ADDRESSES.portalUrl}/api/session-token`;
const WHO_AM_I = `/usr/bin/aws sts get-caller-identity --endpoint-url ${ADDRESSES.awsUrl} --query Arn --output text`;

/** What Debian's AWS CLI answers in a shell into which the copied block was pasted. */
function whoAmI(block: string): string {
  const cleared = ["-i", "PATH=/usr/bin:/bin", "/bin/bash", "--norc", "-c", `${block}\n${WHO_AM_I}`];
  return execFileSync("/usr/bin/env", cleared, { encoding: "utf8" }).trim();
}

async function openForm(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await signIn(page, "corp", "developer");
  await page.getByRole("link", { name: "IAM user", exact: true }).click();
  await page.getByRole("heading", { name: "IAM user", level: 1 }).waitFor();
  await forgetRequests();
}

const SECRET_FIELD = { name: "Secret access key" } as const;

type Typed = { readonly key?: string; readonly secret?: string; readonly device?: string; readonly code?: string };

async function fill(page: Page, typed: Typed = {}): Promise<void> {
  await page.getByLabel("MFA device").fill(typed.device ?? BEN.mfa.serialNumber);
  await page.getByLabel("Access key ID").fill(typed.key ?? BEN.accessKeyId);
  await page.getByRole("textbox", SECRET_FIELD).fill(typed.secret ?? BEN.secretAccessKey);
  await page.getByLabel("MFA code").fill(typed.code ?? BEN.mfa.code);
}

const submit = (page: Page) => page.getByRole("button", { name: "Get credentials" }).click();

/** The block that the dialog copies. */
async function copyBlock(page: Page): Promise<string> {
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/^Expires in/)).toBeVisible();
  await dialog.getByRole("button", { name: /^Copy block/ }).click();
  await expect(dialog.getByText("Copied").first()).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

const actions = async () => (await listRequests()).map(({ action, status }) => `${action} ${status}`);

test("session-token: from key and code to a block that the AWS CLI is accepted with", async ({ page }) => {
  await openForm(page);
  await fill(page, { code: " 246 810 " });
  await page.getByLabel("Duration").selectOption("3600");
  await submit(page);
  expect(whoAmI(await copyBlock(page))).toBe(BEN.arn);
  expect((await listRequests())[0]).toMatchObject({
    action: "GetSessionToken",
    status: 200,
    requestedDurationSeconds: 3600,
  });
});

test("key and code are in the body of one request and, once AWS accepted them, nowhere in the page", async ({
  page,
}) => {
  await openForm(page);
  const bodies: string[] = [];
  page.on("request", (request) => {
    const sent = `${request.url()} ${JSON.stringify(request.headers())}`;
    expect(sent).not.toContain(BEN.secretAccessKey);
    if (request.postData()?.includes(BEN.secretAccessKey)) bodies.push(request.url());
  });
  await fill(page);
  await submit(page);
  const issued = /AWS_SECRET_ACCESS_KEY='([^']+)'/.exec(await copyBlock(page))?.[1] ?? "";
  expect(issued).toHaveLength(40);
  expect(bodies).toEqual([ASK]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("textbox", SECRET_FIELD)).toHaveValue("");
  await expect(page.getByLabel("MFA code")).toHaveValue("");
  await expect(page.getByRole("button", { name: "Get credentials" })).toBeFocused();
  const held = await page.evaluate(() => [
    document.documentElement.outerHTML,
    JSON.stringify({ ...localStorage }),
    JSON.stringify({ ...sessionStorage }),
    JSON.stringify(history.state),
    location.href,
    ...[...document.querySelectorAll("input")].map((input) => input.value),
  ]);
  for (const secret of [BEN.secretAccessKey, issued]) expect(held.join("\n")).not.toContain(secret);
  for (const text of held) expect(text).not.toMatch(new RegExp(`\\b${BEN.mfa.code}\\b`));
  await page.goto("/activity");
  await page.goBack();
  await expect(page.getByRole("textbox", SECRET_FIELD)).toHaveValue("");
});

test("no browser and no password manager is asked to keep what is typed", async ({ page }) => {
  await openForm(page);
  for (const field of [page.getByRole("textbox", SECRET_FIELD), page.getByLabel("MFA code")]) {
    await expect(field).toHaveAttribute("autocomplete", "off");
    await expect(field).toHaveAttribute("data-1p-ignore", "true");
    await expect(field).toHaveAttribute("data-lpignore", "true");
    expect(await field.getAttribute("name")).toBeNull();
    expect(await field.getAttribute("type")).not.toBe("password");
  }
  await expect(page.getByLabel("MFA code")).toHaveAttribute("inputmode", "numeric");
  const secret = page.getByRole("textbox", SECRET_FIELD);
  const masking = () => secret.evaluate((input) => getComputedStyle(input).getPropertyValue("-webkit-text-security"));
  expect(await masking()).toBe("disc");
  await page.getByRole("button", { name: "Show secret access key" }).click();
  expect(await masking()).toBe("none");
});

test("a form sent before its script is there sends nothing anywhere", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.route("**/_next/static/**/*.js", (route) => route.abort());
  await page.goto("/iam-user");
  await fill(page);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  await submit(page);
  await page.getByLabel("MFA code").press("Enter");
  await page.waitForTimeout(500);
  expect(sent).toEqual([]);
  expect(page.url()).toBe(`${ADDRESSES.portalUrl}/iam-user`);
  await expect(page.getByLabel("MFA code")).toHaveValue(BEN.mfa.code);
});

test("session-token with a role: assumed by that key and code in the same step, as a first hop", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("Session for").selectOption({ label: "DBA in legacy-erp" });
  await expect(page.getByText("The role allows up to 4 h.")).toBeVisible();
  await expect(page.getByLabel("Partition")).toBeDisabled();
  await page.getByLabel("Duration").selectOption("14400");
  await fill(page);
  await submit(page);
  expect(whoAmI(await copyBlock(page))).toMatch(
    /^arn:aws:sts::841295730624:assumed-role\/DBA\/ben\.lindqvist@example\.com$/,
  );
  const calls = (await listRequests()).filter(({ action }) => action !== "GetCallerIdentity");
  expect(calls).toMatchObject([
    {
      action: "AssumeRole",
      status: 200,
      callerArn: "arn:aws:iam::952306841735:user/ben.lindqvist",
      requestedDurationSeconds: 14_400,
    },
  ]);
});

test("the role's session can be narrowed, which AWS gets as its session policy", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("Session for").selectOption({ label: "DBA in legacy-erp" });
  await page.getByRole("button", { name: "Take less than the role allows" }).click();
  await page.getByRole("checkbox", { name: /read/i }).first().click();
  await fill(page);
  const body = page.waitForRequest(ASK);
  await submit(page);
  expect((await body).postDataJSON()).toMatchObject({ scope: { readOnly: true } });
  expect(whoAmI(await copyBlock(page))).toContain(":assumed-role/DBA/");
});

test("a role chosen for somebody is chosen by the link to the page, and one that they do not hold is not", async ({
  page,
}) => {
  await openForm(page);
  await page.goto("/iam-user?account=841295730624&role=DBA");
  await expect(page.getByLabel("Session for")).toHaveValue("841295730624/DBA");
  await page.goto("/iam-user?account=841295730624&role=Admin");
  await expect(page.getByLabel("Session for")).toHaveValue("");
});

test("the command assumes the role too", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("Session for").selectOption({ label: "DBA in legacy-erp" });
  await page.getByLabel("MFA device").fill(BEN.mfa.serialNumber);
  await page.getByRole("tab", { name: "Run a command" }).click();
  const command = await copyCommand(page);
  const home = makeHome();
  try {
    expect((await runCommand(home, command)).stderr).toContain("Profile legacy-erp-DBA holds until");
    const who = await runCommand(home, `${WHO_AM_I} --profile legacy-erp-DBA`);
    expect(who.stdout.trim()).toContain(":assumed-role/DBA/ben.lindqvist@example.com");
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test("a wrong code is AWS's refusal in words, at the code; nothing is lost, and the next code works", async ({
  page,
}) => {
  await openForm(page);
  await fill(page, { code: "111111" });
  await submit(page);
  const code = page.getByLabel("MFA code");
  await expect(page.getByText(/^AWS did not accept the code\. Codes change every 30 seconds/)).toBeVisible();
  await expect(code).toHaveAttribute("aria-invalid", "true");
  await expect(code).toBeFocused();
  await expect(page.getByLabel("MFA device")).toHaveValue(BEN.mfa.serialNumber);
  await expect(page.getByRole("textbox", SECRET_FIELD)).toHaveValue(BEN.secretAccessKey);
  await expect(code).toHaveValue("111111");
  await page.keyboard.type(BEN.mfa.code);
  await page.keyboard.press("Enter");
  expect(whoAmI(await copyBlock(page))).toContain(":user/ben.lindqvist");
});

const MISTAKES = [
  { name: "a code of five digits", typed: { code: "12345" }, text: "The code has six digits.", field: "MFA code" },
  {
    name: "the key of a session",
    typed: { key: "ASIAIOSFODNN7BENSKEY" },
    text: /Long-term keys only: they begin with AKIA/,
    field: "Access key ID",
  },
  {
    name: "an access key id of another form",
    typed: { key: "BEN" },
    text: /20 capital letters/,
    field: "Access key ID",
  },
  {
    name: "a user's ARN as the device",
    typed: { device: BEN.mfa.serialNumber.replace("mfa", "user") },
    text: /Needs the ARN/,
    field: "MFA device",
  },
  {
    name: "a security key",
    typed: { device: "arn:aws:iam::841295730624:u2f/user/ben/key" },
    text: /shows no codes/,
    field: "MFA device",
  },
] as const;

for (const { name, typed, text, field } of MISTAKES) {
  test(`${name}: said at the field, nothing is sent and nothing lost`, async ({ page }) => {
    await openForm(page);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await fill(page, typed);
    await submit(page);
    await expect(page.getByText(text)).toBeVisible();
    await expect(page.getByLabel(field)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(field)).toBeFocused();
    await expect(page.getByRole("textbox", SECRET_FIELD)).toHaveValue(BEN.secretAccessKey);
    expect(asked.filter((url) => url === ASK)).toEqual([]);
    expect(await actions()).toEqual([]);
  });
}

test("an unknown key and a wrong secret are told apart, each at its field", async ({ page }) => {
  await openForm(page);
  await fill(page, { key: "AKIAIOSFODNN7UNKNOWN" });
  await submit(page);
  await expect(page.getByText(/^AWS does not know this access key/)).toBeVisible();
  await expect(page.getByLabel("Access key ID")).toBeFocused();
  await fill(page, { secret: "x".repeat(40) });
  await submit(page);
  await expect(page.getByText(/^The secret does not fit/)).toBeVisible();
  await expect(page.getByRole("textbox", SECRET_FIELD)).toBeFocused();
  expect(await actions()).toEqual(["GetSessionToken 403", "GetSessionToken 403"]);
});

test("the partition follows the device's ARN, and the duration says what bounds it", async ({ page }) => {
  await openForm(page);
  const partition = page.getByLabel("Partition");
  await expect(partition).toHaveValue("aws");
  await expect(page.getByText("STS in eu-west-1.")).toBeVisible();
  await page.getByLabel("MFA device").fill("arn:aws-us-gov:iam::518062497385:mfa/ben");
  await expect(partition).toHaveValue("aws-us-gov");
  await expect(partition).toBeDisabled();
  await page.getByLabel("MFA device").fill("GAHT12345678");
  await expect(partition).toBeEnabled();
  await expect(page.getByText(/^Up to .*: credentials end with your sign-in to the portal\.$/)).toBeVisible();
});

/** A home directory in which the person's long-term key is the AWS CLI's default profile. */
function makeHome(): string {
  const home = mkdtempSync(join(tmpdir(), "gatehouse-iam-user-"));
  mkdirSync(join(home, ".aws"));
  const keys = `aws_access_key_id = ${BEN.accessKeyId}\naws_secret_access_key = ${BEN.secretAccessKey}\n`;
  writeFileSync(join(home, ".aws", "credentials"), `[default]\n${keys}`);
  return home;
}

type Ended = { readonly stdout: string; readonly stderr: string };

/** The command as copied, in the shell that it is for, with the code typed into it. */
function runCommand(home: string, command: string, code: string = BEN.mfa.code): Promise<Ended> {
  const env = { HOME: home, PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", NODE_ENV: "test" } as const;
  return new Promise((resolve) => {
    const shell = execFile("/bin/bash", ["--norc", "-c", command], { cwd: home, env }, (_, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
    shell.stdin?.end(`${code}\n`);
  });
}

async function copyCommand(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^Copy command/ }).click();
  await expect(page.getByText("Copied").first()).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("the command does the same with the AWS CLI: a profile that AWS accepts, beside the old ones", async ({
  page,
}) => {
  await openForm(page);
  await page.getByRole("tab", { name: "Run a command" }).click();
  await expect(page.getByText(/Fill in the MFA device above/)).toBeVisible();
  await page.getByLabel("MFA device").fill(BEN.mfa.serialNumber);
  const command = await copyCommand(page);
  const home = makeHome();
  try {
    expect((await runCommand(home, command, "111111")).stderr).toContain("MultiFactorAuthentication failed");
    const ended = await runCommand(home, command);
    expect(ended.stderr).toContain("Profile mfa holds until");
    const who = await runCommand(home, `${WHO_AM_I} --profile mfa`);
    expect(who.stdout.trim()).toBe(BEN.arn);
    const file = join(home, ".aws", "credentials");
    expect(readFileSync(file, "utf8")).toMatch(/^\[default\]\naws_access_key_id = AKIA/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  expect((await listRequests()).filter(({ action }) => action === "GetSessionToken")).toHaveLength(2);
});

test("the command writes a .env file instead, for its owner alone", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("MFA device").fill(BEN.mfa.serialNumber);
  await page.getByRole("tab", { name: "Run a command" }).click();
  await page.getByLabel("Write to").selectOption("dotenv");
  const command = await copyCommand(page);
  const home = makeHome();
  try {
    expect((await runCommand(home, command)).stderr).toContain("./.env holds until");
    expect(statSync(join(home, ".env")).mode & 0o777).toBe(0o600);
    const who = await runCommand(home, `set -a; . ./.env; ${WHO_AM_I}`);
    expect(who.stdout.trim()).toBe(BEN.arn);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test("the command's fields say what does not fit, and PowerShell gets its own", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("MFA device").fill(BEN.mfa.serialNumber);
  await page.getByRole("tab", { name: "Run a command" }).click();
  await page.getByLabel("Profile to write").fill("default");
  await expect(page.getByText(/would be written over/)).toBeVisible();
  await page.getByLabel("Profile to write").fill("mine");
  await page.getByLabel("Shell").selectOption("powershell");
  expect(await copyCommand(page)).toContain("Read-Host 'MFA code'");
});
