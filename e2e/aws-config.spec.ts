import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { whoIsSdk } from "./portal/sdk-profile";
import { signIn } from "./portal/sign-in";
import { aws, beginSsoLogin, makeSsoHome } from "./portal/sso-home";

const DEVELOPER = { accountId: "630492718354", roleName: "Developer" };
const BEN = `arn:aws:sts::${DEVELOPER.accountId}:assumed-role/Developer/ben.lindqvist@example.com`;

test.setTimeout(90_000);

const star = (page: Page, isFavourite: boolean) =>
  page.request.put("/api/preferences/role", {
    data: { ...DEVELOPER, isFavourite },
    headers: { origin: ADDRESSES.portalUrl },
  });

async function download(page: Page): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).press("Enter"),
  ]);
  expect(file.suggestedFilename()).toBe("config");
  return readFileSync(await file.path(), "utf8");
}

test("the downloaded file signs the AWS CLI in, and the SDK for JavaScript reads it", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await star(page, true);
  await page.goto("/terminal");
  const home = makeSsoHome([]);
  const config = join(home, ".aws", "config");

  writeFileSync(config, await download(page));
  const profiles = await aws(home, "configure", "list-profiles");
  expect(profiles.stdout.trim().split("\n")).toHaveLength(13);
  expect(profiles.stdout).toContain("payments-dev-Developer\n");

  await page.getByRole("radio", { name: "All (13)" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Starred (1)" })).toBeChecked();
  await page.getByLabel("Template").fill("{acount}");
  await expect(page.getByRole("alert").filter({ hasText: "{acount} means nothing in a template." })).toBeVisible();
  await page.getByLabel("Template").fill("dev");
  await page.getByLabel("Name of the sign-in").fill("corp");
  await expect(page.getByRole("region", { name: "Configuration" })).toContainText("[profile dev]");
  writeFileSync(config, await download(page));
  await star(page, false);
  expect((await aws(home, "configure", "list-profiles")).stdout).toBe("dev\n");

  const login = await beginSsoLogin(home, "dev");
  await page.goto(login.url);
  await page.getByRole("button", { name: "Allow" }).click();
  expect(await login.ended).toMatchObject({ code: 0 });
  const who = await aws(home, "sts", "get-caller-identity", "--profile", "dev", "--query", "Arn", "--output", "text");
  expect(who).toMatchObject({ stderr: "", stdout: `${BEN}\n` });
  expect(await whoIsSdk(home)).toBe(BEN);

  await page.goto("/terminal");
  await expect(page.getByLabel("Template")).toHaveValue("dev");
});

test("a file that is pasted is merged by keyboard, in the browser and nowhere else", async ({ page }) => {
  await signIn(page, "corp", "developer");
  await page.goto("/terminal?session=corp");
  const sent: string[] = [];
  page.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await page.getByRole("tab", { name: "New file" }).focus();
  await page.keyboard.press("ArrowRight");
  const own = "; mine\n[default]\nregion = us-east-1\n\n[profile payments-dev-Developer]\nrole_arn = only-in-my-file\n";
  await page.getByLabel("Your ~/.aws/config").fill(own);
  const summary = page.getByRole("status").filter({ hasText: "13 profiles added" });
  await expect(summary).toContainText("payments-dev-Developer is another profile of yours");
  const merged = await download(page);
  expect(merged.startsWith(`${own}\n[sso-session corp]\n`)).toBe(true);

  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "config", mimeType: "text/plain", buffer: Buffer.from(merged) });
  await expect(page.getByRole("status").filter({ hasText: "Your file is up to date." })).toBeVisible();
  const image = { name: "photo.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0xff, 0xfe]) };
  await page.locator('input[type="file"]').setInputFiles(image);
  await expect(page.getByText("photo.png is no text file in UTF-8")).toBeVisible();
  await page
    .getByLabel("Your ~/.aws/config")
    .fill("[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\n");
  await expect(page.getByRole("alert").filter({ hasText: "https://corp.awsapps.com/start" })).toBeVisible();
  expect(sent.join("\n")).not.toContain("only-in-my-file");
});
