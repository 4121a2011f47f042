import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { makeConfigurationFolder } from "./fixtures/configuration-folder";
import { COMPLETE, MINIMAL, withRole } from "./fixtures/gatehouse-yaml";

const { folder, load, remove } = makeConfigurationFolder();
afterAll(remove);

describe("a configuration that holds", () => {
  test("is completed from the few keys that have no default", async () => {
    const loaded = await load(MINIMAL);
    expect(loaded).toMatchObject({
      ok: true,
      value: {
        portal: { url: "https://aws.example.com", sessionDuration: 32_400, capCredentialsToSession: true },
        database: { directory: join(folder, "data") },
        issuer: { url: "https://aws.example.com/oidc", samlEntityId: "https://aws.example.com/saml/metadata" },
        aws: { region: "us-east-1", endpoints: {} },
        access: { accounts: [], rules: [] },
      },
    });
    expect(loaded.ok && loaded.value.identityProviders[0]).toMatchObject({
      metadataFile: join(folder, "corp-metadata.xml"),
    });
  });

  test("says for each role through which IAM provider and whose token it is reached", async () => {
    const loaded = await load(
      withRole(`{ name: A }, { name: B, via: portal-saml }, { name: C, via: idp-oidc },
        { name: D, via: idp-saml, provider: corp-sso }, { name: E, provider: "other.example.com/oidc" }`),
    );
    expect(loaded.ok && loaded.value.access.accounts[0]?.roles).toMatchObject([
      { name: "A", via: "portal-oidc", provider: "aws.example.com/oidc", idp: null, maxDuration: 3600 },
      { name: "B", provider: "gatehouse", idp: null },
      { name: "C", provider: "login.example.com/tenant/v2.0", idp: "entra" },
      { name: "D", provider: "corp-sso", idp: "corp" },
      { name: "E", provider: "other.example.com/oidc", idp: null },
    ]);
  });

  test("keeps the port and the trailing slash of an issuer in the name of its IAM provider", async () => {
    const text = withRole("{ name: A }").replace("access:", 'issuer: { url: "http://localhost:4000/oidc/" }\naccess:');
    const loaded = await load(text);
    expect(loaded.ok && loaded.value.access.accounts[0]?.roles[0]?.provider).toBe("localhost:4000/oidc/");
  });

  test.each([
    ["region: cn-north-1", "aws-cn"],
    ["region: us-gov-west-1", "aws-us-gov"],
    ["partition: aws-eusc", "aws-eusc"],
    ["labels: {}", "aws"],
  ])("puts an account with %s into partition %s", async (line, partition) => {
    const loaded = await load(`${MINIMAL}access: { accounts: [ { id: "111111111111", name: a, ${line} } ] }`);
    expect(loaded.ok && loaded.value.access.accounts[0]?.partition).toBe(partition);
  });

  test("may leave the name of an identity provider to its id", async () => {
    const loaded = await load(COMPLETE, { DATABASE_URL: "postgresql://db/x", SECRET: "x".repeat(40) });
    expect(loaded.ok && loaded.value.identityProviders.map(({ name }) => name)).toEqual(["Corporate SSO", "entra"]);
  });

  test("may say everything that there is to say", async () => {
    const loaded = await load(COMPLETE, { DATABASE_URL: "postgresql://db/x", SECRET: "x".repeat(40) });
    expect(loaded.ok || loaded.error).toBe(true);
    const role = loaded.ok && loaded.value.access.accounts[0]?.roles[0];
    expect(role).toMatchObject({ maxDuration: 28_800, defaultDuration: 3600, provider: "aws.example.com/oidc" });
  });

  test("may repeat a part by anchor and alias", async () => {
    const loaded = await load(`${MINIMAL}
access:
  accounts:
    - { id: "111111111111", name: a, roles: &standard [ { name: ReadOnly } ] }
    - { id: "222222222222", name: b, roles: *standard }
`);
    expect(loaded.ok && loaded.value.access.accounts[1]?.roles).toHaveLength(1);
  });

  test("loads 1,000 accounts, 10,000 roles and 20,000 rules in seconds", async () => {
    const roles = Array.from({ length: 10 }, (_, index) => `{ name: Role${index} }`).join(", ");
    const accounts = Array.from({ length: 1000 }, (_, n) => {
      return `    - { id: "${String(n).padStart(12, "0")}", name: account-${n}, roles: [ ${roles} ] }`;
    });
    const rules = Array.from({ length: 20_000 }, (_, n) => {
      return `    - { groups: [g${n}], roles: ["account-${n % 1000}/Role${n % 10}"] }`;
    });
    const text = [MINIMAL, "access:", "  accounts:", ...accounts, "  rules:", ...rules].join("\n");
    const started = performance.now();
    expect((await load(text)).ok).toBe(true);
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);
});
