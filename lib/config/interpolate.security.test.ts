import { afterAll, describe, expect, test } from "vitest";
import { makeConfigurationFolder } from "./fixtures/configuration-folder";
import { IDPS, MINIMAL, withRole } from "./fixtures/gatehouse-yaml";

const { load, pathsOf, problemsOf, remove } = makeConfigurationFolder();
afterAll(remove);

describe("references", () => {
  const client = (secret: string) =>
    MINIMAL.replace("clientId: portal", () => `clientId: portal, clientSecret: ${secret}`);
  const secretOf = async (text: string, env: Record<string, string> = {}) => {
    const loaded = await load(text, env);
    const provider = loaded.ok ? loaded.value.identityProviders[1] : undefined;
    return provider?.type === "oidc" ? provider.clientSecret : loaded;
  };

  test("bring in environment variables and files, whole or within a text", async () => {
    expect(await secretOf(client("'${SECRET}'"), { SECRET: "abc" })).toBe("abc");
    expect(await secretOf(client("'${file:client-secret}'"))).toBe("s3cret-from-a-file");
    expect(await secretOf(client("'a${A}-${B}$${C}'"), { A: "1", B: "2" })).toBe("a1-2${C}");
  });

  test("are not looked for in what they bring in", async () => {
    expect(await secretOf(client("'${SECRET}'"), { SECRET: "${OTHER} $& $1", OTHER: "x" })).toBe("${OTHER} $& $1");
  });

  test.each<[string, RegExp]>([
    ["'${NOT_SET}'", /environment variable NOT_SET, which is not set/],
    ["'${EMPTY}'", /environment variable EMPTY, which is not set/],
    ["'${file:nowhere}'", /file nowhere, which cannot be read/],
    ["'${file:empty}'", /file empty, which is empty/],
    ["'${a b}'", /needs \$\{NAME\}/],
    ["'${SECRET'", /needs \$\{NAME\}/],
  ])("%s is a problem at its path, and the only one there", async (secret, message) => {
    expect(await problemsOf(client(secret), { EMPTY: "", SECRET: "x" })).toEqual([
      { path: "identityProviders[1].clientSecret", line: 5, message: expect.stringMatching(message) },
    ]);
  });

  test("never add a key or change structure", async () => {
    const loaded = await load(client("'${SECRET}'"), { SECRET: "x, userinfo: true }\n  - id: evil" });
    expect(loaded.ok && loaded.value.identityProviders).toHaveLength(2);
    expect(await pathsOf(`portal: { url: "https://a.example", "\${KEY}": x }\n${IDPS}`, { KEY: "name" })).toEqual([
      'portal["${KEY}"]',
    ]);
  });

  test("keep the value of a secret out of every message", async () => {
    const secret = "topsecret-payments-value";
    const env = { SECRET: secret, SHORT: "xyz" };
    const problems = await problemsOf(
      withRole(
        "{ name: '${SECRET}', via: idp-oidc, idp: '${SHORT}', sessionName: '{${SECRET}}' }",
        "  rules: [ { groups: ['${SECRET}'], idp: '${SECRET}', roles: ['${SECRET}/A', '*/${SECRET}x', '${SECRET}'] } ]",
      ).replace("url: ", "url: '${SECRET}', secret: '${SHORT}', xurl: "),
      env,
    );
    expect(problems.length).toBeGreaterThan(6);
    expect(JSON.stringify(problems)).not.toContain(secret);
    expect(JSON.stringify(problems)).not.toContain("xyz");
  });
});
