import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { createChildren } from "./demo/children.mjs";
import { type Sandbox, startSandbox, writePortalConfiguration } from "./demo/start-sandbox";
import { E2E_PORT } from "./portal/addresses";
import { IDP_NAMES } from "./portal/sign-in";
import { startBuiltPortal } from "./portal/start-built-portal";

const BASE_PORT = E2E_PORT + 10;
const children = createChildren({ cwd: join(import.meta.dirname, "..") });
let sandbox: Sandbox;
let directory: string;

// A portal of its own: here the IdP has a second application that is addressed to AWS, and AWS is as strict as can be.
test.beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "gatehouse-e2e-aws-"));
  const options = { awsApplication: true, mode: "strict" as const };
  sandbox = await startSandbox({ basePort: BASE_PORT, ...options });
  const { addresses } = sandbox;
  const configPath = await writePortalConfiguration(directory, { addresses, ...options });
  await startBuiltPortal(children, { port: BASE_PORT, url: addresses.portalUrl, configPath });
});

test.afterAll(async () => {
  await children.stopAll();
  await sandbox.close();
  await rm(directory, { recursive: true, force: true });
});

test("idp-saml through a second application: its assertion is fetched at the asking, and AWS takes it once", async ({
  page,
}) => {
  const { portalUrl } = sandbox.addresses;
  await page.goto(portalUrl);
  await page.getByRole("button", { name: IDP_NAMES.corp }).click();
  await page.locator('button[name="person"][value="developer"]').click();
  await page.waitForURL(`${portalUrl}/`);
  await page.getByRole("button", { name: "Credentials for Notebook in ml-sandbox" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: "Notebook" })).toBeVisible();
  await expect(dialog.getByText(/^Expires in/)).toBeVisible();
  const calls = sandbox.aws.requests().filter(({ action }) => action === "AssumeRoleWithSAML");
  expect(calls).toHaveLength(1);
  expect(calls[0]).toMatchObject({ status: 200, audience: "https://signin.aws.amazon.com/saml" });
});
