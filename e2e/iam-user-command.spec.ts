import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { BEN } from "./demo/iam-users";
import { copyCommand, openForm } from "./portal/iam-user-form";
import { makeHome, runCommand, WHO_AM_I } from "./portal/own-shell";
import { listRequests } from "./portal/recorded-requests";

test("the command assumes the role too", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("Session for").selectOption({ label: "DBA in legacy-erp" });
  await page.getByLabel("MFA device").fill(BEN.mfa.serialNumber);
  await page.getByRole("tab", { name: "Run a command" }).click();
  const command = await copyCommand(page);
  const home = makeHome();
  try {
    expect((await runCommand(home, command)).stderr).toContain("Profile legacy-erp-DBA holds until");
    const who = await runCommand(home, `${WHO_AM_I} --profile legacy-erp-DBA`);
    expect(who.stdout.trim()).toContain(":assumed-role/DBA/ben.lindqvist@example.com");
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test("the command does the same with the AWS CLI: a profile that AWS accepts, beside the old ones", async ({
  page,
}) => {
  await openForm(page);
  await page.getByRole("tab", { name: "Run a command" }).click();
  await expect(page.getByText(/Fill in the MFA device above/)).toBeVisible();
  await page.getByLabel("MFA device").fill(BEN.mfa.serialNumber);
  const command = await copyCommand(page);
  const home = makeHome();
  try {
    expect((await runCommand(home, command, "111111")).stderr).toContain("MultiFactorAuthentication failed");
    const ended = await runCommand(home, command);
    expect(ended.stderr).toContain("Profile mfa holds until");
    const who = await runCommand(home, `${WHO_AM_I} --profile mfa`);
    expect(who.stdout.trim()).toBe(BEN.arn);
    const file = join(home, ".aws", "credentials");
    expect(readFileSync(file, "utf8")).toMatch(/^\[default\]\naws_access_key_id = AKIA/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  expect((await listRequests()).filter(({ action }) => action === "GetSessionToken")).toHaveLength(2);
});

test("the command writes a .env file instead, for its owner alone", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("MFA device").fill(BEN.mfa.serialNumber);
  await page.getByRole("tab", { name: "Run a command" }).click();
  await page.getByLabel("Write to").selectOption("dotenv");
  const command = await copyCommand(page);
  const home = makeHome();
  try {
    expect((await runCommand(home, command)).stderr).toContain("./.env holds until");
    expect(statSync(join(home, ".env")).mode & 0o777).toBe(0o600);
    const who = await runCommand(home, `set -a; . ./.env; ${WHO_AM_I}`);
    expect(who.stdout.trim()).toBe(BEN.arn);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test("the command's fields say what does not fit, and PowerShell gets its own", async ({ page }) => {
  await openForm(page);
  await page.getByLabel("MFA device").fill(BEN.mfa.serialNumber);
  await page.getByRole("tab", { name: "Run a command" }).click();
  await page.getByLabel("Profile to write").fill("default");
  await expect(page.getByText(/would be written over/)).toBeVisible();
  await page.getByLabel("Profile to write").fill("mine");
  await page.getByLabel("Shell").selectOption("powershell");
  expect(await copyCommand(page)).toContain("Read-Host 'MFA code'");
});
