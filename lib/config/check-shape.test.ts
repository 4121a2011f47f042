import { afterAll, describe, expect, test } from "vitest";
import { makeConfigurationFolder } from "./fixtures/configuration-folder";
import { IDPS } from "./fixtures/gatehouse-yaml";

const { problemsOf, remove } = makeConfigurationFolder();
afterAll(remove);

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
});
