import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { beginPortalSession } from "./portal/portal-session";
import { IDP_NAMES, signInByHand } from "./portal/sign-in";
import { control, resetControls } from "./portal/stand-in-controls";

test.afterEach(resetControls);

test("an identity provider that is down is said, and signs nobody in", async ({ page }) => {
  await control("workforce", { down: true });
  await page.goto("/");
  await page.getByRole("button", { name: IDP_NAMES.workforce }).click();
  await expect(page.getByText("The identity provider does not answer.")).toBeVisible();
  expect((await page.context().cookies(ADDRESSES.portalUrl)).some(({ name }) => name === "gatehouse-session")).toBe(
    false,
  );
});

test("groups overage: no groups were received, because there are too many, and never a default role", async ({
  page,
}) => {
  for (const idp of ["workforce", "corp"] as const) {
    await control(idp, { groups: "overage" });
    await page.context().clearCookies();
    await page.goto("/");
    await page.getByRole("button", { name: IDP_NAMES[idp] }).click();
    await page.locator('button[name="person"][value="developer"]').click();
    await expect(page.getByText(/No groups were received, because you are in more groups than/)).toBeVisible();
    await resetControls();
  }
});

for (const [name, orders] of [
  ["only the response signed", { sign: "response" }],
  ["response and assertion signed", { sign: "both" }],
  ["the assertion encrypted", { encrypt: "oaep-sha256" }],
  ["a group in an attribute of its own each", { groups: "repeated" }],
  ["attributes named as Entra does", { attributeNames: "entra" }],
] as const) {
  test(`SAML with ${name} signs in`, async ({ page }) => {
    await control("corp", orders);
    await page.goto("/");
    await page.getByRole("button", { name: IDP_NAMES.corp }).click();
    await page.locator('button[name="person"][value="developer"]').click();
    await expect(page).toHaveURL("/");
    await expect(page.getByRole("button", { name: /, account$/ })).toBeVisible();
  });
}

test("an expired SAML response is refused, with a request id and no word of what was checked", async ({ page }) => {
  await control("corp", { ageSeconds: 1200 });
  await page.goto("/");
  await page.getByRole("button", { name: IDP_NAMES.corp }).click();
  await page.locator('button[name="person"][value="developer"]').click();
  await expect(page.getByText("You could not be signed in.")).toBeVisible();
  await expect(page.getByText("Request id")).toBeVisible();
  expect(await page.locator("main").textContent()).not.toMatch(/expired|time|signature|audience/i);
});

test("an unsolicited SAML response signs in where the IdP may begin, and its replay is refused", async ({ page }) => {
  let posted: string | null = null;
  page.on("request", (request) => {
    if (request.url().endsWith("/api/saml/corp/acs")) posted = request.postData();
  });
  await page.goto(`${ADDRESSES.samlUrl}/idp-initiated?sp=portal`);
  await page.locator('button[name="person"][value="developer"]').click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1, name: "Roles" })).toBeVisible();
  const replay = await fetch(`${ADDRESSES.portalUrl}/api/saml/corp/acs`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: posted ?? "",
    redirect: "manual",
  });
  expect(replay.headers.get("location")).toContain("notice=refused");
});

test("login CSRF: a callback with somebody else's code and no cookies of this browser is refused", async ({ page }) => {
  const { callback } = await beginPortalSession(ADDRESSES.portalUrl, "workforce", "admin");
  expect(callback).toContain("code=");
  await page.goto(callback);
  await expect(page).toHaveURL(/\/sign-in\?notice=/);
  const cookies = await page.context().cookies(ADDRESSES.portalUrl);
  expect(cookies.some(({ name }) => name === "gatehouse-session")).toBe(false);
});

test("code injection: another sign-in's code in this browser's own callback is refused", async () => {
  const { callback } = await beginPortalSession(ADDRESSES.portalUrl, "workforce", "admin");
  const own = await beginPortalSession(ADDRESSES.portalUrl, "workforce", "developer");
  const url = new URL(own.callback);
  url.searchParams.set("code", new URL(callback).searchParams.get("code") ?? "");
  const response = await own.ask(url.pathname + url.search);
  expect(response.headers.get("location")).toContain("notice=");
  expect(own.header()).not.toContain("gatehouse-session=");
});

test("SAML logout that begins at the IdP ends the portal's session", async ({ page }) => {
  await signInByHand(page, "corp", "developer");
  await page.goto(`${ADDRESSES.samlUrl}/logout`);
  await page.waitForLoadState("networkidle");
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
});
