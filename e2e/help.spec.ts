import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { signIn } from "./portal/sign-in";

test("somebody finds what a refusal means: from the message, and by searching its words", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.goto("/admin");
  await page.getByRole("link", { name: "What this means" }).click();
  await expect(page).toHaveURL(/\/help\/troubleshooting#not_an_administrator$/);
  const section = page.locator("section#not_an_administrator");
  await expect(section).toBeInViewport();
  await expect(section).toContainText("What to do:");

  const search = page.getByRole("searchbox", { name: "Search the help" });
  await search.fill("multi-session");
  await search.press("Enter");
  await expect(page).toHaveURL(/\/help\?q=multi-session$/);
  await expect(page.getByRole("status").filter({ hasText: /places? found/ })).toBeVisible();
  await page.getByRole("link", { name: "Several accounts side by side" }).click();
  await expect(page).toHaveURL(/\/help\/console#multi-session$/);
  await expect(page.getByRole("heading", { level: 1, name: "The AWS console" })).toBeVisible();
});

test("the help has the portal's own values, the reader's own roles and no others, in their language", async ({
  page,
  context,
}) => {
  await signIn(page, "corp", "developer");
  await page.goto("/help/first-steps");
  const own = page.getByRole("table");
  await expect(own.getByRole("row")).not.toHaveCount(1);
  const accounts = await own.getByRole("row").locator("td:first-child").allTextContents();
  const held = await (await page.request.get("/api/roles")).text();
  for (const name of accounts) expect(held).toContain(`"accountName":"${name}"`);

  await page.goto("/help/portal-oidc");
  await expect(page.getByText(`${ADDRESSES.portalUrl}/oidc/jwks`, { exact: true })).toBeVisible();
  await page.goto("/help/identity-providers");
  await expect(page.getByText(`${ADDRESSES.portalUrl}/api/saml/corp/acs`, { exact: true })).toBeVisible();
  await expect(page.getByText(`${ADDRESSES.portalUrl}/api/auth/callback/workforce`, { exact: true })).toBeVisible();

  await context.addCookies([{ name: "gatehouse-language", value: "de", url: ADDRESSES.portalUrl }]);
  await page.goto(`/help?q=${encodeURIComponent("x".repeat(5000))}`);
  await expect(page.getByRole("status").filter({ hasText: "Nichts gefunden" })).toBeVisible();
  await page.goto("/help/revoke");
  await expect(page.getByRole("heading", { level: 1, name: "Was sich beenden lässt und was nicht" })).toBeVisible();
  await page.goto("/help/nowhere");
  await expect(page.getByRole("heading", { name: "Diese Seite gibt es nicht" })).toBeVisible();
});

test("a code block is copied as it stands", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await signIn(page, "corp", "developer");
  await page.goto("/help/revoke");
  await page.getByRole("button", { name: "Copy AWSRevokeOlderSessions" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  const policy = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(policy.Statement[0].Condition.DateLessThan).toHaveProperty("aws:TokenIssueTime");
});

test("without a connection nothing is sent, what was typed stays, and it comes back by itself", async ({
  page,
  context,
}) => {
  await signIn(page, "corp", "developer");
  await page.goto("/help");
  const banner = page.getByRole("status").filter({ hasText: /offline|connection/ });
  // It comes some seconds after the page, while there is a connection to come by.
  await expect(page.locator("div[role=status].fixed")).toBeAttached({ timeout: 15_000 });
  await context.setOffline(true);
  await expect(banner).toContainText("You are offline.");
  const search = page.getByRole("searchbox", { name: "Search the help" });
  await search.fill("what I typed");
  await search.press("Enter");
  await expect(banner).toContainText("You are offline; nothing was sent.");
  await page.getByRole("link", { name: "AWS CLI" }).click();
  await expect(search).toHaveValue("what I typed");
  await context.setOffline(false);
  await expect(banner).toContainText("The connection is back.");
  await search.press("Enter");
  await expect(page).toHaveURL(/\/help\?q=what/);
});
