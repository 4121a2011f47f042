import { expect, type Page, test } from "@playwright/test";
import type { PersonId } from "./idp/people";
import { ADDRESSES } from "./portal/addresses";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { IDP_NAMES, type IdpId, signIn } from "./portal/sign-in";

const PAYMENTS_DEV = "630492718354";
const BUCKETS = `${ADDRESSES.awsUrl}/console/s3/buckets?region=eu-central-1&tab=objects#logs`;

/** From the chooser on, wherever the link led. */
async function passIdp(page: Page, idp: IdpId, person: PersonId): Promise<void> {
  await page.getByRole("button", { name: IDP_NAMES[idp] }).click();
  await page.locator(`button[name="person"][value="${person}"]`).click();
}

const linkTo = (query: Record<string, string>) => `/go?${new URLSearchParams(query)}`;

for (const idp of ["corp", "workforce"] as const) {
  test(`a link by name, without a role, from signed out through ${IDP_NAMES[idp]}: the person picks, and that is the yes`, async ({
    page,
  }) => {
    await forgetRequests();
    await page.goto(linkTo({ account: "payments-dev", destination: BUCKETS }));
    await passIdp(page, idp, "developer");
    await expect(page.getByRole("heading", { name: "Open the AWS console as…" })).toBeVisible();
    await expect(page.getByText(BUCKETS)).toBeVisible();
    // What this person used before comes first, so which one that is depends on other tests.
    await expect(page.getByRole("heading", { level: 2, name: "ReadOnly", exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: "Developer", exact: true })).toBeVisible();
    expect(await listRequests()).toEqual([]);
    await page.getByRole("button", { name: "Open the console as ReadOnly" }).click();
    await expect(page.getByTestId("role")).toContainText(":role/ReadOnly");
    await expect(page).toHaveURL(BUCKETS);
  });

  test(`a shortcut link of Identity Center survives ${IDP_NAMES[idp]}: only its host has changed`, async ({ page }) => {
    const query = `account_id=${PAYMENTS_DEV}&role_name=Developer&destination=${encodeURIComponent(BUCKETS)}`;
    await page.goto(`${idp === "corp" ? "/start/" : "/"}#/console?${query}`);
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fgo%3Faccount/);
    await passIdp(page, idp, "developer");
    await expect(page.getByRole("heading", { name: "Open the AWS console?" })).toBeVisible();
    await page.getByRole("button", { name: "Open the console" }).click();
    await expect(page.getByTestId("role")).toContainText(":role/Developer");
    await expect(page).toHaveURL(BUCKETS);
  });
}

test("a shortcut link works for somebody who is signed in, and a malformed one is only the page of roles", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  await page.goto(`/start#/console?account_id=${PAYMENTS_DEV}&role_name=Developer`);
  await expect(page.getByRole("heading", { name: "Open the AWS console?" })).toBeVisible();
  for (const fragment of ["#/console", "#/console?role_name=Developer", "#/console?account_id=", "#//evil.example"]) {
    await page.goto("/sign-in?notice=signed_out");
    await page.goto(`/${fragment}`);
    await expect(page.getByRole("heading", { level: 1, name: "Roles" })).toBeVisible();
  }
});

test("a link that is longer than a cookie survives the sign-in, too", async ({ page }) => {
  const destination = `${ADDRESSES.awsUrl}/console/cloudwatch?region=eu-west-1#q=${"a~'b*".repeat(300)}`;
  await page.goto(linkTo({ account: PAYMENTS_DEV, role: "Developer", destination }));
  await passIdp(page, "corp", "developer");
  await expect(page.getByRole("heading", { name: "Open the AWS console?" })).toBeVisible();
  await expect(page.locator('input[name="destination"]')).toHaveValue(destination);
});

/** The whole page but for the names that the link wrote. */
async function readRefusal(page: Page, query: Record<string, string>) {
  const response = await page.goto(linkTo(query));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link asks for a role that you do not hold");
  await page.locator("[data-asked]").evaluateAll((names) => {
    for (const name of names) name.textContent = "…";
  });
  return { status: response?.status(), title: await page.title(), text: await page.locator("body").ariaSnapshot() };
}

test("an unknown account, an unknown role and one that is not granted are one page, word for word", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  const nowhere = await readRefusal(page, { account: "999999999999", role: "Admin" });
  expect(nowhere.text).toContain("Ask the platform team in #cloud-access");
  expect(await readRefusal(page, { account: "shop-prod", role: "Admin" })).toEqual(nowhere);
  expect(await readRefusal(page, { account: "shop-prod", role: "Nobody" })).toEqual(nowhere);
  const unknownHere = await readRefusal(page, { account: "payments-prod", role: "Nobody" });
  expect(await readRefusal(page, { account: "payments-prod", role: "Admin" })).toEqual(unknownHere);
  expect(unknownHere.text).toContain("You can open payments-prod as");
  await page.getByRole("link", { name: "Developer" }).click();
  await expect(page.getByRole("heading", { name: "Open the AWS console?" })).toBeVisible();
});

test("a foreign destination is refused in words, the role is still offered, and AWS is not asked", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await forgetRequests();
  for (const [destination, words] of [
    ["https://evil.example/", "This is no page of the AWS console."],
    ["javascript:alert(document.domain)", "This is no page of the AWS console."],
    [encodeURIComponent(BUCKETS), "This is no complete address."],
    [`https://evil.example/${"x".repeat(10_000)}`, "longer than AWS takes"],
  ] as const) {
    await page.goto(linkTo({ account: "payments-dev", role: "Developer", destination }));
    await expect(page.getByRole("heading", { name: "Destination refused" })).toBeVisible();
    await expect(page.getByText(words)).toBeVisible();
  }
  await page.getByRole("link", { name: "Open the console’s home instead" }).click();
  await expect(page.getByText("Console home, eu-west-1")).toBeVisible();
  expect(await listRequests()).toEqual([]);
});

test("a link is made of an account, a service that is typed, and a Region, and leads there", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.goto("/go");
  await page.getByLabel("Account").fill("payments-dev");
  await page.getByLabel("Role").fill("Developer");
  await page.getByLabel("Region").selectOption("eu-central-1");
  await page.getByLabel("Page to open").fill("dynamo");
  await page.getByRole("option", { name: "DynamoDB", exact: true }).click();
  await page.getByRole("link", { name: "Follow it" }).click();
  await expect(page.getByRole("heading", { name: "Open the AWS console?" })).toBeVisible();
  const address = new URL(page.url());
  expect(address.searchParams.get("region")).toBe("eu-central-1");
  expect(address.searchParams.get("destination")).toContain("/dynamodbv2/home?region=eu-central-1");
});

test("what is chosen among a role's options is copied as a link", async ({ page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await signIn(page, "corp", "developer");
  await page.getByRole("button", { name: /^Options for Developer in payments-dev/ }).click();
  await page.getByLabel("Region").first().selectOption("us-west-2");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(
    `${ADDRESSES.portalUrl}${linkTo({ account: PAYMENTS_DEV, role: "Developer", region: "us-west-2" })}`,
  );
});

test("the bookmark turns the console's page into a link, which is copied by keyboard and leads back", async ({
  page,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await signIn(page, "corp", "developer");
  await page.goto("/go");
  const bookmark = page.getByRole("link", { name: "Link by Example Corp" });
  await expect(bookmark).toHaveAttribute("href", /^javascript:/);
  const code = decodeURIComponent((await bookmark.getAttribute("href"))?.slice("javascript:".length) ?? "");
  await page.goto(linkTo({ account: "payments-dev", role: "Developer", destination: BUCKETS }));
  await page.getByRole("button", { name: "Open the console" }).click();
  await expect(page).toHaveURL(BUCKETS);
  const [made] = await Promise.all([page.context().waitForEvent("page"), page.evaluate(code)]);
  await expect(made.getByLabel("Account")).toHaveValue(PAYMENTS_DEV);
  await expect(made.getByLabel("Role")).toHaveValue("Developer");
  await expect(made.getByLabel("Page")).toHaveValue(BUCKETS);
  await made.bringToFront();
  await made.getByRole("button", { name: "Copy link" }).press("Enter");
  await expect(made.getByRole("button", { name: "Copied" })).toBeVisible();
  const link = await made.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(
    `${ADDRESSES.portalUrl}${linkTo({ account: PAYMENTS_DEV, role: "Developer", region: "eu-central-1", destination: BUCKETS })}`,
  );
  await made.goto(link);
  await expect(made.getByRole("heading", { name: "Open the AWS console?" })).toBeVisible();
});
