import type { BrowserContext, Page } from "@playwright/test";
import type { PersonId } from "../idp/people";
import { ADDRESSES } from "./addresses";

export const IDP_NAMES = { corp: "Corporate SSO", workforce: "Workforce" } as const;
export type IdpId = keyof typeof IDP_NAMES;

type Kept = { readonly cookies: Awaited<ReturnType<BrowserContext["cookies"]>>; readonly at: number };

const kept = new Map<string, Kept>();
/** Well within the five minutes for which AWS takes an assertion: a sign-in that is used again is as good as a new one. */
const KEPT_MS = 120_000;

/** Signs in as a person would: the chooser, the identity provider's form, and back on the portal's page of roles. */
export async function signInByHand(
  page: Page,
  idp: IdpId,
  person: PersonId,
  portalUrl = ADDRESSES.portalUrl,
): Promise<void> {
  await page.goto(`${portalUrl}/`);
  await page.getByRole("button", { name: IDP_NAMES[idp] }).click();
  await page.locator(`button[name="person"][value="${person}"]`).click();
  await page.waitForURL(`${portalUrl}/`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** Arrives with the cookies of the same person's last sign-in, if that is alive. */
async function arriveAgain(page: Page, { cookies, at }: Kept, portalUrl: string): Promise<boolean> {
  if (Date.now() - at > KEPT_MS) return false;
  await page.context().addCookies(cookies);
  await page.goto(`${portalUrl}/`);
  if (new URL(page.url()).pathname === "/") return true;
  await page.context().clearCookies();
  return false;
}

/**
 * A signed-in page, for tests of something else: who signed in a moment ago in another test comes with the same cookies,
 * the identity provider's too. Tests of signing in do it by hand.
 */
export async function signIn(page: Page, idp: IdpId, person: PersonId, portalUrl = ADDRESSES.portalUrl): Promise<void> {
  const key = `${portalUrl} ${idp} ${person}`;
  const last = kept.get(key);
  if (last !== undefined && (await arriveAgain(page, last, portalUrl))) {
    await page.getByRole("heading", { level: 1 }).waitFor();
    return;
  }
  await signInByHand(page, idp, person, portalUrl);
  kept.set(key, { cookies: await page.context().cookies(), at: Date.now() });
}
