import { expect, type Page, test } from "@playwright/test";
import { PORTAL_USER } from "./demo/iam-users";
import type { PersonId } from "./idp/people";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

const begin = async (page: Page, person: PersonId = "developer") => {
  await signIn(page, "corp", person);
  await forgetRequests();
};

const askFor = (page: Page, role: string) => page.getByRole("button", { name: `Credentials for ${role}` }).click();
const get = (page: Page) => page.getByRole("button", { name: "Get credentials" }).click();
const listCalls = async () => (await listRequests()).filter(({ action }) => action.startsWith("AssumeRole"));
const lastPolicy = async () => JSON.parse((await listCalls()).at(-1)?.policy ?? "null");

test.describe("a role that asks for a ticket", () => {
  test("asks before anything is sent, says what form it has, and loses nothing that was typed", async ({ page }) => {
    await begin(page);
    await askFor(page, "Incident in payments-prod");
    await page.getByLabel("Ticket").fill("printer on fire!");
    await get(page);
    await expect(page.getByRole("alert")).toContainText("letters, digits, spaces");
    await expect(page.getByLabel("Ticket")).toHaveValue("printer on fire!");
    await page.getByLabel("Ticket").fill("INC-1");
    await get(page);
    await expect(page.getByRole("alert")).toContainText("OPS-*");
    expect(await listCalls()).toEqual([]);
  });

  test("sends it as a session tag, and the activity shows it", async ({ page }) => {
    await begin(page);
    await askFor(page, "Incident in payments-prod");
    await page.getByLabel("Ticket").fill("OPS-4711");
    await get(page);
    expect(whoAmI(await copyBlock(page))).toContain(":assumed-role/Incident/");
    expect(await listCalls()).toMatchObject([{ sessionTags: { Ticket: "OPS-4711", Department: "Payments" } }]);
    await page.goto("/activity");
    await page.getByRole("button", { name: "Received credentials" }).first().click();
    await expect(page.getByText("OPS-4711").first()).toBeVisible();
  });

  test("in the console too: the row's options hold the field", async ({ page }) => {
    await begin(page);
    await page.getByRole("button", { name: "Console as Incident in payments-prod" }).click();
    await page.getByLabel("Ticket").fill("OPS-7");
    const opened = page.context().waitForEvent("page");
    await page.getByRole("button", { name: "Console as Incident in payments-prod" }).click();
    await expect((await opened).getByTestId("role")).toContainText(":role/Incident");
    expect(await listCalls()).toMatchObject([{ sessionTags: { Ticket: "OPS-7" } }]);
  });

  test("a link to its console asks for it", async ({ page }) => {
    await begin(page);
    await page.goto("/go?account=payments-prod&role=Incident");
    await page.getByLabel("Ticket").fill("OPS-8");
    await page.getByRole("button", { name: "Open the console" }).click();
    await expect(page.getByTestId("role")).toContainText(":role/Incident");
    expect(await listCalls()).toMatchObject([{ sessionTags: { Ticket: "OPS-8" } }]);
  });
});

test.describe("a role that wants an MFA code", () => {
  test("five digits are said at the field, and nothing is sent", async ({ page }) => {
    await begin(page);
    await askFor(page, "DatabaseAdmin in legacy-erp");
    await page.getByLabel("MFA code").fill("12345");
    await get(page);
    await expect(page.getByRole("alert")).toContainText("six digits");
    await expect(page.getByLabel("MFA code")).toHaveValue("12345");
    expect(await listCalls()).toEqual([]);
  });

  test("a wrong code is AWS's refusal in words, and the right one, typed as on a phone, works", async ({ page }) => {
    await begin(page);
    await askFor(page, "DatabaseAdmin in legacy-erp");
    await page.getByLabel("MFA code").fill("000000");
    await get(page);
    await expect(page.getByRole("alert")).toContainText("AWS did not accept the MFA code");
    const { code } = PORTAL_USER.mfa;
    await page.getByLabel("MFA code").fill(`${code.slice(0, 3)} ${code.slice(3)}`);
    await get(page);
    expect(whoAmI(await copyBlock(page))).toContain(":assumed-role/DatabaseAdmin/");
  });
});

test.describe("a narrowed session", () => {
  test("presets become one session policy, shown with the credentials and in the activity", async ({ page }) => {
    await begin(page);
    await askFor(page, "Developer in payments-dev");
    await page.getByRole("button", { name: "Narrow…" }).click();
    await page.getByLabel("Read only").check();
    await page.getByLabel("No IAM or Organizations").check();
    await expect(page.getByText(/of 2,048/)).toBeVisible();
    await expect(page.getByText(/about \d+ %/)).toBeVisible();
    await get(page);
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByText("No IAM or Organizations").first()).toBeVisible();
    expect(whoAmI(await copyBlock(page))).toContain(":assumed-role/Developer/");
    const policy = await lastPolicy();
    expect(policy.Statement.map(({ Effect }: { Effect: string }) => Effect)).toEqual(["Allow", "Deny", "Deny"]);
    await page.goto("/activity");
    await page.getByRole("button", { name: "Received credentials" }).first().click();
    await expect(page.getByText("Read only, No IAM or Organizations")).toBeVisible();
  });

  test("is kept for the role where the person wants that, and then takes one click; and forgotten again", async ({
    page,
  }) => {
    await begin(page);
    await askFor(page, "ReadOnly in payments-dev");
    await page.getByRole("button", { name: "Narrow…" }).click();
    await page.getByLabel("No IAM or Organizations").check();
    await page.getByLabel("Keep this for the next time").check();
    await get(page);
    await expect(page.getByText(/^Expires in/)).toBeVisible();
    await page.goto("/");
    await expect(page.getByText("No IAM or Organizations")).toBeVisible();
    await askFor(page, "ReadOnly in payments-dev");
    await expect(page.getByText(/^Expires in/)).toBeVisible();
    expect((await lastPolicy()).Statement).toHaveLength(2);
    await page.getByRole("button", { name: "Narrow…" }).click();
    await page.getByLabel("Keep this for the next time").uncheck();
    await get(page);
    await expect(page.getByText(/^Expires in/)).toBeVisible();
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Roles", level: 1 })).toBeVisible();
    await expect(page.getByText("No IAM or Organizations")).toHaveCount(0);
  });

  test("what an administrator forces on a role is said in its row and sent with a plain click", async ({ page }) => {
    await begin(page);
    await askFor(page, "Explorer in data-platform");
    await expect(page.getByRole("dialog").getByText("Read only").first()).toBeVisible();
    expect((await lastPolicy()).Statement[1].Effect).toBe("Deny");
  });

  test("a policy of one's own that is no JSON is said at the field, and nothing is sent", async ({ page }) => {
    await begin(page);
    await askFor(page, "Developer in payments-dev");
    await page.getByRole("button", { name: "Narrow…" }).click();
    await forgetRequests();
    await page.getByLabel("My own policy").check();
    await page.locator("textarea").fill('{"Statement": [');
    await expect(page.getByText(/not JSON/i).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Get credentials" })).toBeDisabled();
    await expect(page.locator("textarea")).toHaveValue('{"Statement": [');
    expect(await listCalls()).toEqual([]);
  });

  test("the console is narrowed the same", async ({ page }) => {
    await begin(page);
    await page.getByRole("button", { name: "Options for Developer in payments-dev" }).click();
    await page.getByRole("button", { name: "Take less than the role allows" }).click();
    await page.getByLabel("No IAM or Organizations").check();
    const opened = page.context().waitForEvent("page");
    await page.getByRole("button", { name: "Console as Developer in payments-dev" }).click();
    await expect((await opened).getByTestId("role")).toContainText(":role/Developer");
    expect((await lastPolicy()).Statement).toHaveLength(2);
  });
});
