import { type Browser, expect, type Page } from "@playwright/test";
import type { PersonId } from "../idp/people";
import { ADDRESSES } from "./addresses";
import { signIn } from "./sign-in";

/** A role that AWS is made to refuse, and how a person asks for it. */
export type Asked = {
  readonly account: string;
  readonly name: string;
  /** The portal may read trust policies in the account; else an administrator pastes. */
  readonly isRead: boolean;
  readonly answers: Readonly<Record<string, string>>;
};

/** What a person does for credentials of this role. */
export async function askFor(page: Page, { name, account, answers }: Asked): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: `Credentials for ${name} in ${account}` }).click();
  for (const [label, value] of Object.entries(answers)) await page.getByLabel(label).fill(value);
  if (Object.keys(answers).length > 0) await page.getByRole("button", { name: "Get credentials" }).click();
}

/** The same portal in another browser, signed in as somebody else. */
export async function openAs(browser: Browser, person: PersonId): Promise<Page> {
  const context = await browser.newContext({ baseURL: ADDRESSES.portalUrl });
  const page = await context.newPage();
  await signIn(page, "corp", person);
  return page;
}

/** The link that the refused person hands on. */
export async function takeLink(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await page.getByRole("button", { name: "Copy link for your administrator" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Copied" })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

export const inAccount = (account: string, name: string, isRead = true): Asked => ({
  account,
  name,
  isRead,
  answers: {},
});
