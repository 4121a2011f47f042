import type { Page } from "@playwright/test";
import type { PersonId } from "../idp/people";
import { ADDRESSES } from "./addresses";

export const IDP_NAMES = { corp: "Corporate SSO", workforce: "Workforce" } as const;
export type IdpId = keyof typeof IDP_NAMES;

/** Signs in as a person would: the chooser, the identity provider's form, and back on the portal's page of roles. */
export async function signIn(page: Page, idp: IdpId, person: PersonId, portalUrl = ADDRESSES.portalUrl): Promise<void> {
  await page.goto(`${portalUrl}/`);
  await page.getByRole("button", { name: IDP_NAMES[idp] }).click();
  await page.locator(`button[name="person"][value="${person}"]`).click();
  await page.waitForURL(`${portalUrl}/`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}
