import { expect, test } from "@playwright/test";
import { breakRegions, resetAws } from "./portal/aws-controls";
import { clickForTab } from "./portal/click-for-tab";
import { copyBlock, whoAmI } from "./portal/credentials-dialog";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

test.afterEach(() => resetAws());

// Each in a Region of its own: one that failed is passed over for half a minute.
for (const [outage, role, region] of [
  ["hang", "Operator in legacy-erp", "eu-central-1"],
  ["refuse", "Developer in payments-prod", "eu-west-1"],
  ["error", "Experimenter in ml-sandbox", "us-west-2"],
] as const) {
  test(`STS of a Region that is down (${outage}): another Region answers within two seconds`, async ({ page }) => {
    await signIn(page, "corp", "developer");
    await forgetRequests();
    await breakRegions({ [region]: outage });
    const answered = page.waitForResponse((response) => response.url().endsWith("/api/credentials"));
    const startedAt = Date.now();
    await page.getByRole("button", { name: `Credentials for ${role}` }).click();
    expect((await answered).status()).toBe(200);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    expect(whoAmI(await copyBlock(page))).toContain(":assumed-role/");
    const served = (await listRequests()).filter(({ action, status }) => /^AssumeRole/.test(action) && status === 200);
    expect(served).toHaveLength(1);
    expect(served[0]?.region).not.toBe(region);
  });
}

for (const [account, partition] of [
  ["government-prod", "aws-us-gov"],
  ["china-shop-prod", "aws-cn"],
  ["sovereign-prod", "aws-eusc"],
] as const) {
  test(`partition ${partition}: STS of its own Region, and the console, from the ARN alone`, async ({ page }) => {
    await signIn(page, "corp", "admin");
    await forgetRequests();
    await page.getByRole("button", { name: `Credentials for Admin in ${account}` }).click();
    expect(whoAmI(await copyBlock(page))).toMatch(new RegExp(`^arn:${partition}:sts::`));
    await page.keyboard.press("Escape");
    const tab = await clickForTab(page, `Console as Admin in ${account}`);
    await expect(tab.getByTestId("role")).toContainText(`arn:${partition}:iam::`);
  });
}

for (const [what, person, name, role] of [
  ["of a hub's chain", "auditor", "Console as Auditor in legacy-erp", "role/Auditor"],
  ["of a federated user", "developer", "Console as Reports in build-tools", "ben.lindqvist"],
] as const) {
  test(`credentials ${what} open the console without a duration of their own`, async ({ page }) => {
    await signIn(page, "corp", person);
    await forgetRequests();
    const tab = await clickForTab(page, name);
    await expect(tab.getByRole("main")).toContainText(role);
    const tokens = (await listRequests()).filter(({ action }) => action === "getSigninToken");
    expect(tokens).toHaveLength(1);
    expect(tokens[0]).toMatchObject({ status: 200 });
    expect(tokens[0]?.parameters).not.toHaveProperty("SessionDuration");
  });
}
