import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { ADDRESSES } from "./portal/addresses";
import { IDP_NAMES } from "./portal/sign-in";

/** Everything that the portal has written: its log, and each file of its database, the write-ahead log included. */
function readAllWritten(): readonly { readonly path: string; readonly bytes: Buffer }[] {
  const directory = process.env.GATEHOUSE_E2E_DIRECTORY ?? "";
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) =>
        entry.isFile() && !/keys|gatehouse\.yaml/.test(join(entry.parentPath, entry.name).slice(directory.length)),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(directory.length), bytes: readFileSync(path) }));
}

test("secrets in logs or the database: nothing that a sign-in and a minting produced is written anywhere readable", async ({
  page,
}) => {
  const secrets = new Map<string, string>();
  page.on("request", (request) => {
    if (!request.url().endsWith("/api/saml/corp/acs")) return;
    const response = new URLSearchParams(request.postData() ?? "").get("SAMLResponse") ?? "";
    secrets.set("the SAML response", response.slice(200, 280));
    secrets.set("the SAML response, decoded", Buffer.from(response, "base64").toString("utf8").slice(-400, -320));
  });
  await page.goto("/");
  await page.getByRole("button", { name: IDP_NAMES.corp }).click();
  await page.locator('button[name="person"][value="developer"]').click();
  await page.waitForURL(`${ADDRESSES.portalUrl}/`);
  const answer = await page.evaluate(async () => {
    const body = JSON.stringify({ accountId: "174628590341", roleName: "Notebook" });
    const response = await fetch("/api/credentials", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    return response.json();
  });
  secrets.set("the secret access key", answer.credentials.secretAccessKey);
  secrets.set("the session token", answer.credentials.sessionToken.slice(0, 80));
  const cookies = await page.context().cookies(ADDRESSES.portalUrl);
  secrets.set("the session cookie", cookies.find(({ name }) => name === "gatehouse-session")?.value ?? "");
  const written = readAllWritten();
  // The search itself works: what is meant to be there is found.
  expect(written.some(({ bytes }) => bytes.includes(answer.credentials.accessKeyId))).toBe(true);
  expect(secrets.size).toBe(5);
  for (const [name, secret] of secrets) {
    expect(secret.length, name).toBeGreaterThanOrEqual(40);
    const found = written.filter(({ bytes }) => bytes.includes(secret)).map(({ path }) => path);
    expect(found, name).toEqual([]);
  }
});
