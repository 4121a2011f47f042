import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { IDP_NAMES, signIn } from "./portal/sign-in";
import { control, resetControls } from "./portal/stand-in-controls";

const TAG = `"'><img src=x onerror=document.title='injected'><script>document.title='injected'</script>`;
/** An identity provider may write this much into a name; React writes it as text, whatever it is. */
const HOSTILE_PERSON = { name: TAG, groups: [TAG, "</script><script>document.title='injected'</script>"] };

test.afterEach(resetControls);

/** What a browser made of the page: no element of the attacker's, and none of their code run. */
async function expectNothingInjected(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await expect(page.locator("img[src=x]")).toHaveCount(0);
  expect(await page.title()).not.toBe("injected");
}

test("XSS through claims: a name and groups full of markup are shown as the text that they are", async ({ page }) => {
  await control("workforce", { extraClaims: HOSTILE_PERSON });
  await page.goto("/");
  await page.getByRole("button", { name: IDP_NAMES.workforce }).click();
  await page.locator('button[name="person"][value="no-access"]').click();
  await expect(page.getByText(TAG, { exact: true }).first()).toBeVisible();
  await expectNothingInjected(page);
  await page.goto("/activity");
  await expectNothingInjected(page);
});

test("XSS through IdP errors: what an identity provider says is not repeated to anybody", async ({ page }) => {
  for (const idp of ["corp", "workforce"] as const) {
    const query = new URLSearchParams({ error: TAG, error_description: TAG, state: TAG });
    await page.goto(`/api/auth/callback/${idp}?${query}`);
    await expect(page).toHaveURL(/\/sign-in\?notice=/);
    expect(await page.content()).not.toContain("onerror");
    await expectNothingInjected(page);
  }
});

test("XSS through what AWS says: its code is shown as text", async ({ page }) => {
  await signIn(page, "corp", "developer");
  const fault = { kind: "fail", times: 1, status: 403, code: TAG, message: TAG };
  const headers = { "content-type": "application/json" };
  await fetch(`${ADDRESSES.awsUrl}/__sandbox/faults`, { method: "POST", headers, body: JSON.stringify(fault) });
  await page.getByRole("button", { name: "Credentials for Developer in payments-dev" }).click();
  await expect(page.getByRole("dialog").getByText(/AWS/).first()).toBeVisible();
  await expectNothingInjected(page);
});

test("XSS through an address: no page repeats its query as markup", async ({ page }) => {
  await signIn(page, "corp", "developer");
  const text = encodeURIComponent(TAG);
  const addresses = [
    `/sign-in?notice=${text}&ref=${text}&begin=${text}&callbackUrl=${text}`,
    `/go?account=${text}&role=${text}&region=${text}&destination=${text}`,
    `/go/refused?ref=${text}`,
    `/activity?before=${text}`,
    `/${text}`,
    `/api/saml/${text}/login?state=${text}`,
    `/api/auth/signin/${text}?error=${text}`,
  ];
  for (const address of addresses) {
    await page.goto(address);
    await expectNothingInjected(page);
  }
});

test("XSS through a role named by hand: the activity page shows it as text", async ({ page }) => {
  await signIn(page, "corp", "developer");
  const data = { accountId: "410263915587", roleName: TAG };
  const reply = await page.request.post("/api/credentials", { data, headers: { origin: ADDRESSES.portalUrl } });
  expect(reply.status()).toBe(403);
  await page.goto("/activity");
  await expect(page.getByText(TAG).first()).toBeVisible();
  await expectNothingInjected(page);
});

test("characters that the database cannot hold are refused like any others, not answered with a failure", async ({
  page,
}) => {
  await signIn(page, "corp", "developer");
  const headers = { origin: ADDRESSES.portalUrl };
  const options = { headers, maxRedirects: 0 };
  const challenge = `code_challenge=${"A".repeat(43)}&code_challenge_method=S256`;
  const role = { accountId: "410263915587", roleName: "Dev\u0000eloper" };
  const answers = [
    await page.request.post("/api/credentials", { ...options, data: role }),
    await page.request.post("/api/console", { ...options, form: role }),
    await page.request.get(`/api/saml/corp/login?state=${"%00".repeat(20)}&${challenge}`, options),
    await page.request.get("/api/saml/%00/slo?SAMLRequest=x", options),
    await page.request.post("/api/saml/%00/acs", {
      ...options,
      form: { SAMLResponse: "\u0000", RelayState: "\u0000" },
    }),
    await page.request.get("/activity?before=%00", options),
    await page.request.get("/go?account=%00&role=%00", options),
    await page.request.get("/api/auth/callback/corp?code=%00&state=%00", options),
  ];
  expect(answers.filter((answer) => answer.status() >= 500).map((answer) => answer.url())).toEqual([]);
});
