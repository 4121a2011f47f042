import { execFileSync } from "node:child_process";
import { expect, type Page, test } from "@playwright/test";
import { BEN } from "./demo/iam-users";
import { ADDRESSES } from "./portal/addresses";
import { forgetRequests, listRequests } from "./portal/recorded-requests";
import { signIn } from "./portal/sign-in";

/** What Debian's AWS CLI answers in a shell into which the copied block was pasted. */
function whoAmI(block: string): string {
  const command = `${block}\n/usr/bin/aws sts get-caller-identity --endpoint-url ${ADDRESSES.awsUrl} --query Arn --output text`;
  const cleared = ["-i", "PATH=/usr/bin:/bin", "/bin/bash", "--norc", "-c", command];
  return execFileSync("/usr/bin/env", cleared, { encoding: "utf8" }).trim();
}

async function openForm(page: Page): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  await signIn(page, "corp", "developer");
  await page.getByRole("link", { name: "IAM user" }).click();
  await page.getByRole("heading", { name: "IAM user", level: 1 }).waitFor();
  await forgetRequests();
}

type Typed = { readonly key?: string; readonly secret?: string; readonly device?: string; readonly code?: string };

async function fill(page: Page, typed: Typed = {}): Promise<void> {
  await page.getByLabel("MFA device").fill(typed.device ?? BEN.mfa.serialNumber);
  await page.getByLabel("Access key ID").fill(typed.key ?? BEN.accessKeyId);
  await page.getByRole("textbox", { name: "Secret access key" }).fill(typed.secret ?? BEN.secretAccessKey);
  await page.getByLabel("MFA code").fill(typed.code ?? BEN.mfa.code);
}

const submit = (page: Page) => page.getByRole("button", { name: "Get credentials" }).click();

test("session-token: from key and code to a block that the AWS CLI is accepted with", async ({ page }) => {
  await openForm(page);
  await fill(page);
  await submit(page);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText(/^Expires in/)).toBeVisible();
  await dialog.getByRole("button", { name: /^Copy block/ }).click();
  await expect(dialog.getByText("Copied").first()).toBeVisible();
  const arn = whoAmI(await page.evaluate(() => navigator.clipboard.readText()));
  expect(arn).toMatch(/:user\/ben\.lindqvist$/);
});
