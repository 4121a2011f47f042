import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { BROKEN_POLICIES } from "#lib/trust/fixtures/broken-policies";
import { changeRole, resetAws } from "./portal/aws-controls";
import { DEVELOPER, learn, OPERATOR, type Target } from "./portal/broken-role";
import { findDemoRole } from "./portal/find-demo-role";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { askFor, openAs } from "./portal/refused-role";
import { signIn } from "./portal/sign-in";

test.afterEach(() => resetAws());

/** Ben is refused by a role whose trust policy nobody told the portal; answers the address of the refusal. */
async function refuseOperator(page: Page): Promise<string> {
  await changeRole({
    roleArn: findDemoRole("legacy-erp", "Operator").roleArn,
    trustPolicy: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Deny", Principal: { AWS: "*" }, Action: "sts:*" }],
    },
  });
  await signIn(page, "corp", "developer");
  const answer = page.waitForResponse((response) => response.url().endsWith("/api/credentials"));
  await askFor(page, OPERATOR);
  const { error } = await (await answer).json();
  return error.adminUrl;
}

const BAD_PASTES: readonly (readonly [name: string, text: string, said: RegExp])[] = [
  ["not JSON", '{ "Version": "2012-10-17", ', /This is not JSON/],
  ["200 kB", `{"Version":"${"x".repeat(200_000)}"}`, /larger than a trust policy can be/],
  ["nested a thousand deep", `${"[".repeat(1000)}${"]".repeat(1000)}`, /would not take this/],
  [
    "an unknown operator",
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:AssumeRole","Condition":{"StringEqual":{"a":"b"}}}]}',
    /Statement\[0\]\.Condition\.StringEqual.*StringEquals/,
  ],
  ["over a megabyte", " ".repeat(1_100_000).concat("{}"), /Request too large/],
];

test("a pasted policy that is none is said at the field, stays in it, and AWS hears nothing of it", async ({
  page,
  browser,
}) => {
  const address = await refuseOperator(page);
  const admin = await openAs(browser, "admin");
  await admin.goto(address);
  await forgetRequests();
  const field = admin.getByLabel(/^Paste /);
  for (const [name, text, said] of BAD_PASTES) {
    await test.step(name, async () => {
      await field.fill(text);
      await admin.getByRole("button", { name: "Explain with this policy" }).click();
      await expect(admin.getByRole("alert").filter({ hasText: said })).toBeVisible();
      await expect(field).toHaveAttribute("aria-invalid", "true");
      expect(await field.inputValue()).toBe(text);
    });
  }
  expect(await listRequests()).toEqual([]);
  const { violations } = await new AxeBuilder({ page: admin }).analyze();
  expect(violations).toEqual([]);
  await admin.close();
});

test("the address of a refusal shows its person the short form, and nobody else anything", async ({
  page,
  browser,
}) => {
  const address = await refuseOperator(page);
  await page.goto(address);
  await expect(page.getByRole("heading", { name: "AWS refused this role" })).toBeVisible();
  await expect(page.getByText("What failed")).toHaveCount(0);
  const other = await openAs(browser, "auditor");
  for (const path of [address, "/admin/denials", "/admin/denials/nothing"]) {
    await other.goto(path);
    await expect(other.getByRole("heading", { name: "For administrators" })).toBeVisible();
  }
  await other.close();
});

test("a console that AWS refuses says why in its tab, and an administrator is led to the whole", async ({ page }) => {
  await signIn(page, "corp", "admin");
  await forgetRequests();
  const asAdmin: Target = { ...DEVELOPER, name: "Admin" };
  const { roleArn, values } = await learn(page, asAdmin);
  const broken = BROKEN_POLICIES.find(({ expected }) => expected === "tag_session_missing");
  await changeRole({ roleArn, trustPolicy: broken?.build(values) ?? {} });
  await page.goto("/");
  const opened = page.context().waitForEvent("page");
  await page.getByRole("button", { name: "Console as Admin in payments-dev" }).click();
  const tab = await opened;
  await expect(tab.getByText(/does not allow sts:TagSession/)).toBeVisible();
  await tab.getByRole("link", { name: "Explain this denial" }).click();
  await expect(tab.getByRole("heading", { name: "The trust policy refuses this request" })).toBeVisible();
  await expect(tab.getByText("Read from IAM just now.")).toBeVisible();
  const { violations } = await new AxeBuilder({ page: tab }).analyze();
  expect(violations).toEqual([]);
});
