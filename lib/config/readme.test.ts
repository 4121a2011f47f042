import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { loadConfig } from "./load";

const blocks = Array.from(readFileSync("README.md", "utf8").matchAll(/```yaml\n(.*?)```/gs), ([, text = ""]) => text);
const CERTIFICATE = readFileSync("lib/saml/fixtures/test-idp.crt.pem", "utf8");

test("the README shows configurations", () => {
  expect(blocks.length).toBeGreaterThanOrEqual(2);
});

test.each(blocks)("a configuration that the README shows is one that the portal takes\n%s", async (yaml) => {
  const loaded = await loadConfig({
    path: "/etc/gatehouse/gatehouse.yaml",
    env: { CORP_CLIENT_SECRET: "a secret", ENTRA_SECRET: "another" },
    readFile: async (path) => (path.endsWith(".yaml") ? yaml : CERTIFICATE),
  });
  expect(loaded).toMatchObject({ ok: true });
});
