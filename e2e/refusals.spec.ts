import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

/** A request as the portal's own page would send it. */
const askFor = (page: Page, body: object) =>
  page.evaluate(async (json) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch("/api/credentials", { method: "POST", headers, body: json });
    return { status: response.status, body: await response.json() };
  }, JSON.stringify(body));

test("a role not granted, named by hand in a request, is refused and recorded", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await forgetRequests();
  const answer = await askFor(page, { accountId: "410263915587", roleName: "Admin" });
  expect(answer).toMatchObject({ status: 403, body: { error: { code: "role_not_granted" } } });
  expect(await listRequests()).toEqual([]);
  await page.goto("/activity");
  const row = page.getByRole("row").filter({ hasText: "Credentials refused" }).first();
  await expect(row).toContainText("Admin");
  await expect(row).toContainText("Refused");
});

test("what AWS refuses is shown with its code and request id", async ({ page }) => {
  await signIn(page, "corp", "developer");
  const fault = {
    kind: "fail",
    action: "AssumeRoleWithWebIdentity",
    times: 1,
    status: 403,
    code: "AccessDenied",
    message: "Not authorized",
  };
  await fetch(`${ADDRESSES.awsUrl}/__sandbox/faults`, {
    method: "POST",
    body: JSON.stringify(fault),
    headers: { "content-type": "application/json" },
  });
  await page.getByRole("button", { name: "Credentials for Developer in payments-dev" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("AWS refused this role")).toBeVisible();
  await expect(dialog.getByText("AccessDenied")).toBeVisible();
  await expect(dialog.getByText("AWS request id")).toBeVisible();
});

test("activity shows who got what, and only to that person", async ({ page, browser }) => {
  await signIn(page, "corp", "developer");
  await askFor(page, { accountId: "410263915587", roleName: "Developer" });
  await page.goto("/activity");
  await expect(page.getByText("Received credentials").first()).toBeVisible();
  const other = await browser.newPage({ baseURL: ADDRESSES.portalUrl });
  await signIn(other, "corp", "no-access");
  await other.goto("/activity");
  await expect(other.getByRole("row").filter({ hasText: "Signed in" }).first()).toBeVisible();
  await expect(other.getByText("Received credentials")).toHaveCount(0);
  await other.close();
});
