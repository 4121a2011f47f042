import { expect, type Page, test } from "@playwright/test";
import { changeRole, resetAws } from "./portal/aws-controls";
import {
  askContainerEndpoint,
  askForLease,
  CONTAINER_URL,
  endLeases,
  startSdkProgram,
  whoIsCli,
  writeTokenFile,
} from "./portal/container-client";
import { findDemoRole } from "./portal/find-demo-role";
import { signIn, signInByHand } from "./portal/sign-in";

const PAYMENTS_DEV = "630492718354";
const DEVELOPER = { accountId: PAYMENTS_DEV, roleName: "Developer" };
const BEN = `arn:aws:sts::${PAYMENTS_DEV}:assumed-role/Developer/ben.lindqvist@example.com`;
const FULL_URI = { AWS_CONTAINER_CREDENTIALS_FULL_URI: CONTAINER_URL };

/** A trust policy that lets nobody of the portal's in. */
const NOBODY = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${PAYMENTS_DEV}:root` }, Action: "sts:AssumeRole" }],
};

test.setTimeout(90_000);

/** A lease by keyboard alone, from the field of the role to its token. */
async function makeByKeyboard(page: Page, name: string): Promise<string> {
  await page.getByRole("combobox", { name: "Role" }).focus();
  await page.keyboard.type("developer payments-dev");
  await expect(page.getByRole("listbox").getByRole("option", { selected: true })).toContainText("Developer");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Role" })).toHaveValue("Developer in payments-dev");
  await page.keyboard.press("Tab");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name });
  await expect(dialog.getByText("This is the only time that the token is shown.")).toBeVisible();
  await dialog.getByRole("tab", { name: "Docker", exact: true }).focus();
  await page.keyboard.press("End");
  const value = dialog.getByRole("listitem").filter({ hasText: "AWS_CONTAINER_AUTHORIZATION_TOKEN" });
  await expect(value).toContainText("••••");
  await dialog.getByRole("button", { name: "Show secrets" }).focus();
  await page.keyboard.press("Enter");
  const token = (await value.textContent())?.match(/AWS_CONTAINER_AUTHORIZATION_TOKEN([\w-]{43})/)?.[1] ?? "";
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Make lease" })).toBeFocused();
  return token;
}

test("a lease, made and ended by keyboard, gives Debian's AWS CLI and the SDK for JavaScript credentials until it ends", async ({
  page,
}) => {
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await signIn(page, "corp", "developer");
  await endLeases(page.request, "all");
  await page.goto("/terminal/containers");
  await expect(page.getByText("No lease yet")).toBeVisible();
  const token = await makeByKeyboard(page, "billing-api");
  expect(token).toHaveLength(43);
  expect(addresses.filter((address) => address.includes(token))).toEqual([]);

  expect(await whoIsCli({ ...FULL_URI, AWS_CONTAINER_AUTHORIZATION_TOKEN: token })).toEqual({
    stdout: BEN,
    stderr: "",
  });
  const program = startSdkProgram({ ...FULL_URI, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: writeTokenFile(token) });
  expect(await program.ask("arn")).toBe(BEN);
  const first = await program.ask("key");
  expect(first).toMatch(/^ASIA/);
  // It keeps what it has, and renews when that is over.
  expect(await program.ask("key", 0.2)).toBe(first);
  const second = await program.ask("key", 1);
  expect(second).toMatch(/^ASIA/);
  expect(second).not.toBe(first);

  const row = page.getByRole("listitem").filter({ hasText: "billing-api" });
  // Uses are counted a moment after they were answered.
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText(/last used .* from 127\.0\.0\.1 \(3 times\)/, { timeout: 500 });
  }).toPass();
  await expect(row).toContainText("Developer in payments-dev");
  await row.getByRole("button", { name: "End the lease billing-api" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "1 lease was ended." })).toBeVisible();
  await expect(page.getByText("No lease yet")).toBeVisible();

  expect(await program.ask("key", 2)).toContain("Could not load credentials from any providers");
  program.stop();
  const refused = await whoIsCli({ ...FULL_URI, AWS_CONTAINER_AUTHORIZATION_TOKEN: token });
  expect(refused.stderr).toContain("The lease is over. No live lease has this token");
  await page.goto("/activity");
  for (const kind of ["Lease made", "Lease ended"])
    await expect(page.getByRole("row").filter({ hasText: kind }).first()).toBeVisible();
});

test("the container endpoint answers as the SDKs read it: who asks, too often, a role that AWS refuses", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  const made = await (await askForLease(page.request, DEVELOPER)).json();
  const given = await askContainerEndpoint(`Bearer ${made.token}`);
  expect(given.status).toBe(200);
  expect(given.headers.get("cache-control")).toContain("no-store");
  expect(given.body).toEqual({
    AccessKeyId: expect.stringMatching(/^ASIA/),
    SecretAccessKey: expect.any(String),
    Token: expect.any(String),
    Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    AccountId: PAYMENTS_DEV,
  });
  // No cookie counts: the browser of the very person gets nothing.
  expect((await page.request.get(CONTAINER_URL)).status()).toBe(401);
  for (const wrong of [null, "", "A".repeat(43), made.token.slice(1)]) {
    const answer = await askContainerEndpoint(wrong);
    expect(answer).toMatchObject({ status: 401, body: { code: "lease_unknown", Code: "lease_unknown" } });
    expect(answer.body.Message).toBe(answer.body.message);
  }
  await changeRole({ roleArn: findDemoRole("payments-dev", "Developer").roleArn, trustPolicy: NOBODY });
  const denied = await askContainerEndpoint(made.token);
  await resetAws();
  expect(denied).toMatchObject({ status: 403, body: { code: "sts_access_denied" } });
  for (let count = 2; count < 60; count++) await askContainerEndpoint(made.token);
  const often = await askContainerEndpoint(made.token);
  expect(often).toMatchObject({ status: 429, body: { code: "lease_too_often" } });
  expect(often.headers.get("retry-after")).toBe("600");
  await endLeases(page.request, made.id);
});

test("leases are limited, belong to one person, and end with the sign-in that they were made in", async ({
  page,
  browser,
}) => {
  await signInByHand(page, "corp", "admin");
  const roles: readonly { accountId: string; roles: { roleName: string; via: string }[] }[] = await (
    await page.request.get("/api/roles")
  ).json();
  const role = roles.flatMap(({ accountId, roles }) =>
    roles.flatMap(({ roleName, via }) => (via === "portal-oidc" ? { accountId, roleName } : [])),
  )[0];
  if (role === undefined) throw new Error("the administrator holds no role that can be leased");
  const tokens: string[] = [];
  for (let count = 1; count <= 10; count++) {
    const made = await askForLease(page.request, { ...role, name: `machine ${count}` });
    tokens.push((await made.json()).token);
  }
  const [eleventh, foreign, unknown] = [
    await askForLease(page.request, role),
    await askForLease(page.request, { ...role, roleName: "Nobody" }),
    await askForLease(page.request, { accountId: "999999999999", roleName: "Nobody" }),
  ];
  expect(await eleventh.json()).toMatchObject({ error: { code: "leases_full" } });
  const [{ error: held }, { error: none }] = [await foreign.json(), await unknown.json()];
  expect({ ...held, requestId: "" }).toEqual({ ...none, requestId: "" });
  await page.goto("/terminal/containers");
  await expect(page.getByText("Longest unused: machine 1.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make lease" })).toBeDisabled();

  const other = await browser.newPage();
  await signIn(other, "corp", "developer");
  await other.goto("/terminal/containers");
  await expect(other.getByText("machine 1", { exact: true })).toHaveCount(0);
  const id = await page.locator("li form input[name=id]").first().inputValue();
  expect((await endLeases(other.request, id)).status()).toBe(404);
  await other.close();

  await page.goto("/sessions");
  await page.getByRole("button", { name: "End the lease machine 10" }).click();
  await expect(page.getByRole("status").filter({ hasText: "1 lease was ended." })).toBeVisible();
  expect((await askContainerEndpoint(tokens[0] ?? "")).status).toBe(200);
  await page.request.post("/api/sign-out", { headers: { origin: new URL(page.url()).origin }, maxRedirects: 0 });
  for (const token of tokens) expect((await askContainerEndpoint(token)).status).toBe(401);
});
