import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { whoAmI } from "./portal/credentials-dialog";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { type IdpId, signIn } from "./portal/sign-in";

const PATHS = [
  { via: "portal-oidc", idp: "corp", role: "Developer in payments-prod", action: "AssumeRoleWithWebIdentity" },
  { via: "portal-saml", idp: "corp", role: "Deployer in payments-staging", action: "AssumeRoleWithSAML" },
  { via: "idp-oidc", idp: "workforce", role: "PowerUser in payments-dev", action: "AssumeRoleWithWebIdentity" },
  { via: "idp-saml", idp: "corp", role: "Notebook in ml-sandbox", action: "AssumeRoleWithSAML" },
] as const;

const EMAIL = "ben.lindqvist@example.com";

async function openDialog(page: Page, idp: IdpId, role: string) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await signIn(page, idp, "developer");
  await forgetRequests();
  await page.getByRole("button", { name: `Credentials for ${role}` }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/^Expires in/)).toBeVisible();
  return dialog;
}

for (const { via, idp, role, action } of PATHS) {
  test(`${via}: the block copied by keyboard is accepted by the AWS CLI, and AWS saw what was configured`, async ({
    page,
  }) => {
    const dialog = await openDialog(page, idp, role);
    await dialog.getByRole("button", { name: /^Copy/ }).first().focus();
    await page.keyboard.press("Enter");
    await expect(dialog.getByText("Copied").first()).toBeVisible();
    const [roleName = "", accountName = ""] = role.split(" in ");
    const arn = whoAmI(await page.evaluate(() => navigator.clipboard.readText()));
    const sessionName = via === "idp-oidc" ? `workforce-${EMAIL}` : EMAIL;
    expect(arn).toMatch(new RegExp(`:assumed-role/${roleName}/${sessionName}$`));
    const calls = (await listRequests()).filter((request) => request.action.startsWith("AssumeRole"));
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      action,
      status: 200,
      roleSessionName: sessionName,
      durationSeconds: 3600,
      assumedRoleArn: arn,
    });
    expect(calls[0]?.roleArn).toMatch(new RegExp(`:role/${roleName}$`));
    if (via.startsWith("portal")) {
      expect(calls[0]).toMatchObject({ sourceIdentity: EMAIL, sessionTags: { Department: "Payments" } });
    }
    await expect(dialog.getByText(accountName).first()).toBeVisible();
  });
}

test("changing formats never asks AWS again", async ({ page }) => {
  const dialog = await openDialog(page, "corp", "Developer in payments-dev");
  const tabs = dialog.getByRole("tab");
  await expect(tabs.nth(13)).toBeVisible();
  for (const tab of await tabs.all()) await tab.click();
  expect((await listRequests()).filter((request) => request.action.startsWith("AssumeRole"))).toHaveLength(1);
});

test("a duration is chosen within the limit, whose reason is shown, and AWS is asked for it", async ({ page }) => {
  const dialog = await openDialog(page, "corp", "Deployer in payments-staging");
  await expect(dialog.getByText("The role allows up to 2 h.")).toBeVisible();
  await dialog.getByLabel("Duration").selectOption("7200");
  await dialog.getByRole("button", { name: "Get new" }).click();
  await expect.poll(async () => (await listRequests()).at(-1)?.requestedDurationSeconds).toBe(7200);
});

test("the secret is masked until it is asked for, and gone when the dialog closes", async ({ page }) => {
  const dialog = await openDialog(page, "corp", "Developer in payments-dev");
  await expect(dialog.getByText(/AWS_SECRET_ACCESS_KEY='•+'/)).toBeVisible();
  await dialog.getByRole("button", { name: "Show secrets" }).click();
  await expect(dialog.getByText(/AWS_SECRET_ACCESS_KEY='[\w/+]{40}'/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  expect(await page.content()).not.toMatch(/AWS_SECRET_ACCESS_KEY/);
});
