import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { ADDRESSES } from "./addresses";

const CLEARED = ["-i", "PATH=/usr/bin:/bin", "/bin/bash", "--norc", "-c"];

/** Runs Debian's AWS CLI against the stand-in in a shell into which the copied block was pasted. Throws what it says on failure. */
export function runAws(block: string, command: string): string {
  const script = `${block}\n/usr/bin/aws ${command} --endpoint-url ${ADDRESSES.awsUrl}`;
  return execFileSync("/usr/bin/env", [...CLEARED, script], { encoding: "utf8", stdio: "pipe" }).trim();
}

/** Whose credentials a block holds. */
export const whoAmI = (block: string): string => runAws(block, "sts get-caller-identity --query Arn --output text");

/** Copies the block that the open dialog shows, and answers it. */
export async function copyBlock(page: Page): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: ADDRESSES.portalUrl });
  const dialog = page.getByRole("dialog");
  await dialog.getByText(/^Expires in/).waitFor();
  await dialog.getByRole("button", { name: /^Copy/ }).first().click();
  await dialog.getByText("Copied").first().waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}
