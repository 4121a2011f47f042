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

test("a service is found by its abbreviation, in the Region that was chosen; signing out first is one click", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  await clickForTab(page, "Console as Developer in payments-dev");
  await page.getByRole("button", { name: "Options for ReadOnly in payments-prod" }).click();
  await page.getByLabel("Region").selectOption("eu-north-1");
  const field = page.getByLabel("Page to open");
  await field.fill("ec2 sg");
  await field.press("ArrowUp");
  await field.press("ArrowDown");
  await field.fill("cw log groups");
  await expect(page.getByRole("listbox", { name: "Console pages" }).getByRole("option", { selected: true })).toHaveText(
    "CloudWatch › Log groups",
  );
  await field.press("Enter");
  await expect(field).toHaveValue("CloudWatch › Log groups");
  const tab = await clickForTab(page, "Sign out first, then open");
  await expect(tab.getByTestId("role")).toContainText(":role/ReadOnly");
  await expect(tab).toHaveURL(/\/console\/cloudwatch\/home\?region=eu-north-1#logsV2:log-groups$/);
});

test("words that are no page keep the console closed, and the field says why", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await forgetRequests();
  await page.getByRole("button", { name: "Options for Developer in payments-dev" }).click();
  const field = page.getByLabel("Page to open");
  await field.fill("no such service");
  await page.getByRole("button", { name: "Console as Developer in payments-dev" }).click();
  expect(await field.evaluate((input) => input instanceof HTMLInputElement && input.validationMessage)).toContain(
    "No page has this name",
  );
  expect(page.context().pages()).toHaveLength(1);
  expect(await listRequests()).toEqual([]);
});

test.describe("in Firefox", () => {
  test.use({ userAgent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" });

  test("a container is offered once the extension is said to be there; its link holds no secret", async ({ page }) => {
    await signIn(page, "corp", "developer");
    await forgetRequests();
    await page.getByRole("button", { name: "Options for Developer in payments-dev" }).click();
    const link = page.getByRole("link", { name: "Open in a container" });
    await expect(page.getByLabel("I have the containers extension")).not.toBeChecked();
    await expect(link).toHaveCount(0);
    await page.getByLabel("I have the containers extension").check();
    await page.getByLabel("Page to open").fill("s3");
    await page.getByLabel("Page to open").press("Enter");
    const href = (await link.getAttribute("href")) ?? "";
    expect(href).toMatch(/^ext\+container:name=payments-dev&color=green&/);
    const url = new URL(new URLSearchParams(href.replace("ext+container:", "")).get("url") ?? "");
    expect(url.origin + url.pathname).toBe(`${ADDRESSES.portalUrl}/go`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      ...{ account: "630492718354", role: "Developer", region: "eu-west-1" },
      destination: `${ADDRESSES.awsUrl}/console/s3/buckets?region=eu-west-1`,
    });
    expect(await listRequests()).toEqual([]);
    await page.goto(url.href);
    await page.getByRole("button", { name: "Open the console" }).click();
    await expect(page).toHaveURL(/\/console\/s3\/buckets/);
    await page.goto(ADDRESSES.portalUrl);
    await page.getByRole("button", { name: "Options for ReadOnly in payments-dev" }).click();
    await expect(link).toBeVisible();
  });
});

test("in other browsers containers are not mentioned, profiles are", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.getByRole("button", { name: "Options for Developer in payments-dev" }).click();
  await expect(page.getByText("a second browser profile")).toBeVisible();
  await expect(page.getByText("container", { exact: false })).toHaveCount(0);
});
