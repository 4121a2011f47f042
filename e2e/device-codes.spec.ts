import { expect, type Page, test } from "@playwright/test";
import { type PostJson, registerCommandLine } from "./portal/device-login";
import { signIn } from "./portal/sign-in";
import { type OwnPortal, startOwnPortal } from "./portal/start-own-portal";

let own: OwnPortal;
test.beforeAll(async () => {
  own = await startOwnPortal({ portal: { deviceCodes: { mode: "typed" } } });
});
test.afterAll(() => own.remove());
test.setTimeout(90_000);

const post: PostJson = async (url, body) =>
  (
    await fetch(url, { method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" } })
  ).json();

/** A link that somebody follows from another site. */
async function follow(page: Page, url: string): Promise<void> {
  await page.goto(own.addresses.awsUrl);
  await page.evaluate((address) => location.assign(address), url);
  await page.waitForURL(url);
}

test("where codes are to be typed, a link brings none with it", async ({ page }) => {
  const { portalUrl } = own.addresses;
  await signIn(page, "workforce", "developer", portalUrl);
  const { beginDevice, redeem } = await registerCommandLine(portalUrl, post);
  const { deviceCode = "", userCode = "" } = await beginDevice();
  await follow(page, `${portalUrl}/device?user_code=${userCode}`);
  await expect(page.getByLabel("Code")).toHaveValue("");
  await expect(page.getByRole("button", { name: "Allow" })).toHaveCount(0);
  await page.getByLabel("Code").fill(userCode);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText(userCode, { exact: true })).toBeVisible();
  expect(await redeem(deviceCode)).toMatchObject({ error: "authorization_pending" });
  await page.getByRole("button", { name: "Allow" }).click();
  await expect(page.getByRole("heading", { name: "The command line is signed in" })).toBeVisible();
  expect(Object.keys(await redeem(deviceCode))).toContain("accessToken");
});
