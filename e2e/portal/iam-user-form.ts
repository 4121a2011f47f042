import { expect, type Page } from "@playwright/test";
import { BEN } from "../demo/iam-users";
import { ADDRESSES } from "./addresses";
import { forgetRequests } from "./recorded-requests";
import { signIn } from "./sign-in";

export const SESSION_TOKEN_URL = `${ADDRESSES.portalUrl}/api/session-token`;

/** The page for sessions of one's own IAM user, as Ben finds it. */
export async function openForm(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await signIn(page, "corp", "developer");
  await page.getByRole("link", { name: "IAM user", exact: true }).click();
  await page.getByRole("heading", { name: "IAM user", level: 1 }).waitFor();
  await forgetRequests();
}

export const SECRET_FIELD = { name: "Secret access key" } as const;

type Typed = { readonly key?: string; readonly secret?: string; readonly device?: string; readonly code?: string };

/** Fills in what Ben knows, but for what is typed otherwise. */
export async function fillForm(page: Page, typed: Typed = {}): Promise<void> {
  await page.getByLabel("MFA device").fill(typed.device ?? BEN.mfa.serialNumber);
  await page.getByLabel("Access key ID").fill(typed.key ?? BEN.accessKeyId);
  await page.getByRole("textbox", SECRET_FIELD).fill(typed.secret ?? BEN.secretAccessKey);
  await page.getByLabel("MFA code").fill(typed.code ?? BEN.mfa.code);
}

export const submitForm = (page: Page) => page.getByRole("button", { name: "Get credentials" }).click();

/** The command that the page shows for one's own shell. */
export async function copyCommand(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^Copy command/ }).click();
  await expect(page.getByText("Copied").first()).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}
