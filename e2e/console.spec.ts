import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { clickForTab } from "./portal/click-for-tab";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

test("one click opens the console as the role; the page names role, person and end", async ({ page }) => {
  const bodies: string[] = [];
  page.on("response", async (response) => {
    if (response.url().startsWith(ADDRESSES.portalUrl)) bodies.push(await response.text().catch(() => ""));
  });
  await signIn(page, "corp", "developer");
  await forgetRequests();
  const tab = await clickForTab(page, "Console as Developer in payments-prod");
  await expect(tab.getByTestId("account")).toContainText("payments-prod");
  await expect(tab.getByTestId("role")).toContainText(":role/Developer");
  await expect(tab.getByTestId("session-name")).toHaveText("ben.lindqvist@example.com");
  await expect(tab.getByTestId("source-identity")).toHaveText("ben.lindqvist@example.com");
  await expect(tab.getByTestId("region")).toContainText("eu-west-1");
  await expect(tab.getByTestId("until")).not.toBeEmpty();
  const signin = (await listRequests()).find((request) => request.action === "getSigninToken");
  expect(signin).toMatchObject({ method: "POST", status: 200, parameters: { SessionDuration: "3600" } });
  expect(bodies.join("\n")).not.toContain("SigninToken");
});

test("a Region and a destination within the console's hosts are taken along", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.getByRole("button", { name: "Options for Developer in payments-dev" }).click();
  await page.getByLabel("Region").selectOption("eu-central-1");
  await page.getByLabel("Page to open").fill(`${ADDRESSES.awsUrl}/console/s3/buckets?region=eu-central-1`);
  const tab = await clickForTab(page, "Console as Developer in payments-dev");
  await expect(tab).toHaveURL(/\/console\/s3\/buckets/);
});

test("a destination elsewhere is refused in the new tab, and AWS is not asked", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await forgetRequests();
  await page.getByRole("button", { name: "Options for Developer in payments-dev" }).click();
  await page.getByLabel("Page to open").fill("https://evil.example/console");
  const tab = await clickForTab(page, "Console as Developer in payments-dev");
  await expect(tab.getByRole("heading", { name: "Destination refused" })).toBeVisible();
  expect(await listRequests()).toEqual([]);
});

test("an old console session is in the way until its sign-out is asked for", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await clickForTab(page, "Console as Developer in payments-dev");
  const blocked = await clickForTab(page, "Console as ReadOnly in payments-prod");
  await expect(blocked.getByText(/log out/i).first()).toBeVisible();
  await page.getByRole("button", { name: "Options for ReadOnly in payments-prod" }).click();
  await page.getByLabel("Sign out of the last console first").check();
  const tab = await clickForTab(page, "Console as ReadOnly in payments-prod");
  await expect(tab.getByTestId("role")).toContainText(":role/ReadOnly");
});

test("a link to the console asks before it mints anything", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await forgetRequests();
  await page.goto("/go?account=payments-dev&role=Developer");
  await expect(page.getByRole("heading", { name: "Open the AWS console?" })).toBeVisible();
  expect(await listRequests()).toEqual([]);
  await page.getByRole("button", { name: "Open the console" }).click();
  await expect(page.getByTestId("role")).toContainText(":role/Developer");
});
