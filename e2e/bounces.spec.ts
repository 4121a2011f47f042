import { expect, test } from "@playwright/test";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signInByHand } from "./portal/sign-in";
import { control, resetControls, revokeRefreshTokens } from "./portal/stand-in-controls";

test.afterEach(resetControls);

/** AWS takes an assertion for five minutes; this one has twenty seconds left. */
const ALMOST_OVER = { ageSeconds: 280 };

test("idp-saml with a stale assertion: through the IdP and back to the credentials that were asked for", async ({
  page,
}) => {
  await control("corp", ALMOST_OVER);
  await signInByHand(page, "corp", "developer");
  await resetControls();
  await forgetRequests();
  await page.getByRole("button", { name: "Credentials for Notebook in ml-sandbox" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Notebook" })).toBeVisible();
  await expect(dialog.getByText(/^Expires in/)).toBeVisible();
  await expect(page).toHaveURL("/");
  const calls = (await listRequests()).filter(({ action }) => action === "AssumeRoleWithSAML");
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ status: 200 });
});

test("idp-saml with a stale assertion: through the IdP and back to the console, in the new tab", async ({ page }) => {
  await control("corp", ALMOST_OVER);
  await signInByHand(page, "corp", "developer");
  await resetControls();
  const [tab] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("button", { name: "Console as Notebook in ml-sandbox" }).click(),
  ]);
  await expect(tab.getByTestId("role")).toContainText(":role/Notebook");
});

test("idp-oidc with a stale token: renewed on the server, and nobody notices", async ({ page }) => {
  await control("workforce", { idTokenLifetimeSeconds: 50 });
  await signInByHand(page, "workforce", "developer");
  await page.getByRole("button", { name: "Credentials for PowerUser in payments-dev" }).click();
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
});

test("idp-oidc with a stale token that cannot be renewed: through the IdP and back", async ({ page }) => {
  await control("workforce", { idTokenLifetimeSeconds: 50 });
  await signInByHand(page, "workforce", "developer");
  await resetControls();
  await revokeRefreshTokens();
  const bounced = page.waitForURL(/\/sign-in\?begin=workforce/);
  await page.getByRole("button", { name: "Credentials for PowerUser in payments-dev" }).click();
  await bounced;
  await expect(page.getByRole("dialog").getByRole("heading", { name: "PowerUser" })).toBeVisible();
  await expect(page.getByRole("dialog").getByText(/^Expires in/)).toBeVisible();
});
