import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadConfig } from "./load";

const folder = mkdtempSync(join(tmpdir(), "gatehouse-config-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "corp-metadata.xml"), "<EntityDescriptor/>");
writeFileSync(join(folder, "client-secret"), "s3cret-from-a-file\n");
writeFileSync(join(folder, "empty"), "\n");

const path = join(folder, "gatehouse.yaml");
async function load(text: string, env: Record<string, string> = {}) {
  writeFileSync(path, text);
  return loadConfig({ path, env });
}
async function problemsOf(text: string, env: Record<string, string> = {}) {
  const loaded = await load(text, env);
  return loaded.ok ? [] : loaded.error;
}
const pathsOf = async (text: string, env: Record<string, string> = {}) =>
  (await problemsOf(text, env)).map((problem) => problem.path);

const IDPS = `
identityProviders:
  - { id: corp, type: saml, name: Corporate SSO, metadataFile: ./corp-metadata.xml }
  - { id: entra, type: oidc, name: Entra, issuer: "https://login.example.com/tenant/v2.0", clientId: portal }
`;
const MINIMAL = `portal: { url: "https://aws.example.com" }\n${IDPS}`;
const withRole = (role: string, more = "") => `${MINIMAL}
access:
  accounts:
    - { id: "111111111111", name: payments-prod, region: eu-west-1, roles: [ ${role} ] }
${more}`;

const COMPLETE = `
portal:
  url: https://aws.example.com
  name: Example Corp
  secret: \${SECRET}
  sessionDuration: 9h
  capCredentialsToSession: true
  admins: { groups: [platform-admins] }
  auditors: { groups: [security-audit] }
database:
  url: \${DATABASE_URL}
aws:
  region: eu-west-1
  endpoints:
    sts: http://127.0.0.1:4003
    federation: http://127.0.0.1:4003/federation
    console: http://127.0.0.1:4003/console
issuer:
  url: https://aws.example.com/oidc
identityProviders:
  - id: corp
    type: saml
    name: Corporate SSO
    metadataFile: ./corp-metadata.xml
    attributes: { email: mail, name: displayName, groups: groups }
  - id: entra
    type: oidc
    preset: entra
    issuer: https://login.microsoftonline.com/TENANT/v2.0
    clientId: portal
    clientSecret: \${SECRET}
    scopes: [openid, profile, email]
    claims: { groups: groups }
access:
  accounts:
    - id: "111111111111"
      name: payments-prod
      labels: { env: prod, team: payments }
      region: eu-west-1
      roles:
        - name: Developer
          via: portal-oidc
          provider: aws.example.com/oidc
          description: Read and deploy payments
          maxDuration: 8h
          defaultDuration: 1h
          sourceIdentity: "{email}"
          tags: { team: "{claims.team}" }
          policyArns: []
          externalId: example
  rules:
    - { groups: [payments-dev], roles: ["payments-prod/Developer"] }
    - { group: "aws-{account}-{role}", roles: ["{account}/{role}"] }
    - { idp: entra, claims: { department: [Finance] }, roles: ["*/Billing"] }
`;

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

  test("may say everything that there is to say", async () => {
    const loaded = await load(COMPLETE, { DATABASE_URL: "postgresql://db/x", SECRET: "x".repeat(40) });
    expect(loaded).toMatchObject({ ok: true });
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

describe("a configuration with mistakes", () => {
  test("reports all of them at once, by path and line", async () => {
    const problems = await problemsOf(`portal:
  url: https://aws.example.com/portal
  sessionDuration: 9
  trustedProxies: 1
database:
  url: \${DATABASE_URL}
identityProviders:
  - { id: corp, type: saml, name: Corporate }
  - { id: corp, type: oidc, name: Other, issuer: "http://idp.example.com", clientId: x }
access:
  accounts:
    - id: 111111111111
      name: payments-prod
      roles:
        - name: Developer
          via: portal-odic
          maxDuration: 1h
          defaultDuration: 2h
          sourceIdentity: "{mail}"
        - { name: Assertive, via: idp-saml }
  rules:
    - { groups: [dev], roles: ["payment-prod/Developer"] }
    - { groups: [dev], roles: ["payments-prod/Develper"] }
    - { roles: ["*/Developer"] }
`);
    expect(problems.map(({ path, line }) => [path, line])).toEqual(
      [
        ["portal.url", 2],
        ["portal.secret", 1],
        ["portal.sessionDuration", 3],
        ["portal.trustedProxies", 4],
        ["database.url", 6],
        ["identityProviders[0]", 8],
        ["identityProviders[1].issuer", 9],
        ["identityProviders[1].id", 9],
        ["access.accounts[0].id", 12],
        ["access.accounts[0].roles[0].via", 16],
        ["access.accounts[0].roles[0].defaultDuration", 18],
        ["access.accounts[0].roles[0].sourceIdentity", 19],
        ["access.accounts[0].roles[1].provider", 20],
        ["access.rules[0].roles[0]", 22],
        ["access.rules[1].roles[0]", 23],
        ["access.rules[2]", 24],
      ].sort((a, b) => Number(a[1]) - Number(b[1])),
    );
    for (const { message } of problems) expect(message).toMatch(/^["{a-z]/);
  });

  test.each<[string, string, RegExp]>([
    ["portal: { url: https://a.example, nmae: x }", "portal.nmae", /did you mean "name"/],
    ["portal: { url: https://a.example, zzz: x }", "portal.zzz", /known here: .*sessionDuration/],
    ["portal: { url: 7 }", "portal.url", /put it in quotes/],
    ["portal: { name: x }", "portal.url", /is missing/],
    ["portal:", "portal", /is empty/],
    ["portal: { url: https://a.example, secret: short }", "portal.secret", /at least 32 characters/],
    ["portal: { url: https://a.example, trustedProxyHops: 11 }", "portal.trustedProxyHops", /at most 10/],
    [
      "portal: { url: https://a.example, capCredentialsToSession: maybe }",
      "portal.capCredentialsToSession",
      /true or false/,
    ],
    ["portal: { url: http://aws.example.com }", "portal.url", /https:\/\//],
    ["portal: { url: https://a.example }\nissuer: { url: 'https://a.example/oidc?x=1' }", "issuer.url", /query/],
  ])("%s is a problem at %s", async (text, place, message) => {
    const problems = await problemsOf(`${text}\n${IDPS}`);
    expect(problems).toEqual([expect.objectContaining({ path: place, message: expect.stringMatching(message) })]);
  });

  test.each<[string, string, RegExp]>([
    ["{ name: A, via: idp-oidc, idp: entar }", "idp", /"entar" is not the id .*did you mean "entra"/],
    ["{ name: A, via: idp-oidc, idp: corp }", "idp", /through saml, and this via needs oidc/],
    ["{ name: A, idp: corp }", "idp", /write idp in a rule/],
    ["{ name: A, via: idp-saml }", "provider", /IAM SAML provider/],
    ["{ name: A, provider: https://a.example/oidc }", "provider", /leave out https/],
    ["{ name: A, via: portal-saml, provider: 'arn:aws:iam::1:saml-provider/x' }", "provider", /part of the ARN/],
    ["{ name: A, via: portal-saml, provider: my provider }", "provider", /1 to 128 letters/],
    ["{ name: A, maxDuration: 13h }", "maxDuration", /between 15m and 12h/],
    ["{ name: A, maxDuration: 3600 }", "maxDuration", /such as 15m/],
    ["{ name: A, maxDuration: 1h, defaultDuration: 90m }", "defaultDuration", /longer than maxDuration \(1h\)/],
    ["{ name: A, tags: { Team: a, team: b } }", "tags.team", /in case only/],
    ["{ name: A, tags: { 'AWS:x': a } }", 'tags["AWS:x"]', /aws:/],
    ["{ name: A, tags: { team: '{claims.}' } }", "tags.team", /not a placeholder/],
    ["{ name: A, tags: { team: '{claims.team' } }", "tags.team", /without its partner/],
    ["{ name: A, sessionName: '{emial}' }", "sessionName", /did you mean "email"/],
    ["{ name: A, tags: { team: a }, transitiveTags: [taem] }", "transitiveTags[0]", /did you mean "team"/],
    ["{ name: A, via: assume-role }", "via", /one of portal-oidc, portal-saml, idp-oidc, idp-saml/],
    ["{ name: A, via: idp-smal, provider: x }", "via", /did you mean idp-saml/],
  ])("the role %s has a problem at %s", async (role, place, message) => {
    const problems = await problemsOf(withRole(role));
    expect(problems).toEqual([
      expect.objectContaining({
        path: `access.accounts[0].roles[0].${place}`,
        message: expect.stringMatching(message),
      }),
    ]);
  });

  test.each<[string, string, RegExp]>([
    ["roles: [payments-prod]", "roles[0]", /"account\/role"/],
    ["roles: [payment-prod/Dev]", "roles[0]", /did you mean "payments-prod"/],
    ["roles: ['222222222222/Dev']", "roles[0]", /not the id or name of an account/],
    ["roles: [payments-prod/Devv]", "roles[0]", /not a role of account "payments-prod"; did you mean "Dev"/],
    ["roles: ['payments-prod/{role}']", "roles[0]", /this rule's group does not have/],
    ["roles: ['x-{account}/Dev']", "roles[0]", /no meaning/],
    ["roles: ['env/=x/Dev']", "roles[0]", /not the id or name/],
    ["roles: ['env=a=b/Dev']", "roles[0]", /labels that cannot be read/],
    ["roles: ['*/*'], idp: crop", "idp", /did you mean "corp"/],
  ])("the rule with %s has a problem at %s", async (rule, place, message) => {
    const text = withRole("{ name: team/Dev }", `  rules: [ { groups: [g], ${rule} } ]`);
    const problems = await problemsOf(text);
    expect(problems).toEqual([
      expect.objectContaining({ path: `access.rules[0].${place}`, message: expect.stringMatching(message) }),
    ]);
  });

  test("lets rules name roles whole, without their path, by glob, by label and by template", async () => {
    const patterns = [
      "payments-prod/team/Dev",
      "111111111111/Dev",
      "*/Dev",
      "pay*/D*",
      "env=prod/Dev",
      "{account}/{role}",
    ];
    const rules = patterns.map((pattern) => `    - { group: "aws-{account}-{role}", roles: ["${pattern}"] }`);
    expect(await pathsOf(withRole("{ name: team/Dev }", `  rules:\n${rules.join("\n")}`))).toEqual([]);
  });

  test.each<[string, RegExp]>([
    ["{ id: x, type: saml, name: x }", /nothing about where/],
    ["{ id: x, type: saml, name: x, metadataFile: corp-metadata.xml, metadataUrl: https://a.example }", /twice/],
    ["{ id: x, type: saml, name: x, metadataFile: nowhere.xml }", /cannot be read/],
    ["{ id: x, type: saml, name: x, entityId: e, ssoUrl: https://a.example }", /is missing; without metadata/],
    [
      "{ id: x, type: oidc, name: x, clientId: x, issuer: 'https://login.microsoftonline.com/common/v2.0' }",
      /many tenants/,
    ],
    ["{ id: x, type: oidc, name: x, clientId: x, issuer: 'https://a.example?x=1' }", /query/],
    [
      "{ id: x, type: oidc, name: x, clientId: x, issuer: 'https://a.example/.well-known/openid-configuration' }",
      /leave out/,
    ],
    [
      "{ id: x, type: oidc, name: x, clientId: x, issuer: 'https://a.example', tokenEndpointAuthMethod: client_secret_post }",
      /is missing/,
    ],
    [
      "{ id: x, type: oidc, name: x, clientId: x, clientSecret: y, issuer: 'https://a.example', tokenEndpointAuthMethod: none }",
      /never sent/,
    ],
    ["{ id: x, type: oidc, name: x, clientId: x, issuer: 'https://a.example', metadataFile: y }", /does not belong/],
    ["{ id: x, type: ldap, name: x }", /type: saml or type: oidc/],
  ])("refuses the identity provider %s", async (provider, message) => {
    const problems = await problemsOf(`portal: { url: "https://a.example" }\nidentityProviders: [ ${provider} ]`);
    expect(problems).toEqual([expect.objectContaining({ message: expect.stringMatching(message) })]);
  });

  test("asks for idp: when several identity providers could be meant, and says when there is none", async () => {
    const second = '\n  - { id: okta, type: oidc, name: Okta, issuer: "https://okta.example.com", clientId: x }\n';
    const several = withRole("{ name: A, via: idp-oidc }").replace(
      "clientId: portal }\n",
      `clientId: portal }${second}`,
    );
    expect(await problemsOf(several)).toMatchObject([{ message: expect.stringContaining("name it with idp:") }]);
    const none = withRole("{ name: A, via: idp-oidc }").replace(/ {2}- \{ id: entra.*\n/, "");
    expect(await problemsOf(none)).toMatchObject([
      { message: expect.stringContaining("there is no identity provider") },
    ]);
  });

  test("refuses accounts, names and roles that stand twice", async () => {
    const text = `${MINIMAL}
access:
  accounts:
    - { id: "111111111111", name: a, roles: [ { name: Dev }, { name: team/dev } ] }
    - { id: "111111111111", name: b }
    - { id: "222222222222", name: a }
    - { id: "333333333333", name: "222222222222" }
`;
    expect(await pathsOf(text)).toEqual([
      "access.accounts[0].roles[1].name",
      "access.accounts[1].id",
      "access.accounts[2].name",
      "access.accounts[3].name",
    ]);
  });

  test("refuses a partition that contradicts the Region", async () => {
    const text = `${MINIMAL}access: { accounts: [ { id: "111111111111", name: a, region: cn-north-1, partition: aws } ] }`;
    expect(await pathsOf(text)).toEqual(["access.accounts[0].partition"]);
  });
});

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

describe("the document", () => {
  test.each<[string, string, RegExp]>([
    ["a: 1\n---\nb: 2", "two documents", /more than one document/],
    ["a:\n\t- 1", "a tab", /tab|YAML/],
    ["a: 'x", "an open quote", /closing quote/],
    ["a: *nowhere", "an unknown alias", /anchor/],
    ["a: !secret x", "a tag", /tag/],
    ["a: &a [*a]", "an alias within itself", /part of/],
    ["a: @b", "a reserved character", /reserves/],
  ])("%j, which has %s, is refused with its line", async (text, _what, message) => {
    const [problem] = await problemsOf(text);
    expect(problem?.message).toMatch(message);
    expect(problem?.line).toBeGreaterThan(0);
  });

  test("is refused in an instant when its aliases multiply", async () => {
    const levels = Array.from({ length: 12 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(",")}]`);
    const started = performance.now();
    expect(await problemsOf(["l0: &l0 [x]", ...levels].join("\n"))).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  test("never shows its own text in a message about syntax", async () => {
    for (const text of ['secret: "hush-hush" x', "secret: 'hush-hush", "secret: hush-hush: y", "a: *hush-hush"]) {
      expect(JSON.stringify(await problemsOf(text))).not.toContain("hush-hush");
    }
  });

  test("with a key that stands twice is refused beside everything else", async () => {
    const problems = await problemsOf(
      `portal:\n  url: https://a.example\n  url: https://b.example\n  nmae: x\n${IDPS}`,
    );
    expect(problems).toMatchObject([
      { path: "portal.url", line: 3, message: "stands twice, first in line 2; keep one of them" },
      { path: "portal.nmae", line: 4 },
    ]);
  });

  test("may be empty or no mapping, and is refused", async () => {
    expect(await problemsOf("")).toMatchObject([{ path: "" }]);
    expect(await problemsOf("- a")).toMatchObject([
      { path: "", message: "needs to be a mapping (lines of key: value)" },
    ]);
  });

  test("that cannot be read is one problem", async () => {
    const loaded = await loadConfig({ path: join(folder, "nowhere.yaml"), env: {} });
    expect(loaded).toMatchObject({
      ok: false,
      error: [{ path: "", message: expect.stringContaining("cannot be read") }],
    });
  });
});
