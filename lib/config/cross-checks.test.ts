import { afterAll, describe, expect, test } from "vitest";
import { makeConfigurationFolder } from "./fixtures/configuration-folder";
import { MINIMAL, withRole } from "./fixtures/gatehouse-yaml";

const { pathsOf, problemsOf, remove } = makeConfigurationFolder();
afterAll(remove);

describe("what contradicts across keys", () => {
  test.each<[string, string, RegExp]>([
    ["{ name: A, via: idp-oidc, idp: entar }", "idp", /"entar" is not the id .*did you mean "entra"/],
    ["{ name: A, via: idp-oidc, idp: corp }", "idp", /through saml, and this via needs oidc/],
    ["{ name: A, idp: corp }", "idp", /write idp in a rule/],
    ["{ name: A, via: idp-saml }", "provider", /IAM SAML provider/],
    ["{ name: A, provider: https://a.example/oidc }", "provider", /leave out https/],
    ["{ name: A, via: portal-saml, provider: 'arn:aws:iam::1:saml-provider/x' }", "provider", /part of the ARN/],
    ["{ name: A, via: portal-saml, provider: my provider }", "provider", /1 to 128 letters/],
    ["{ name: A, maxDuration: 13h }", "maxDuration", /at most 12h for a role/],
    [
      "{ name: A, via: federation-token, policyArns: ['arn:aws:iam::aws:policy/X'], maxDuration: 37h }",
      "maxDuration",
      /between 15m and 36h/,
    ],
    ["{ name: A, hubRole: 'arn:aws:iam::111111111111:role/Hub' }", "hubRole", /only sent with via: assume-role/],
    ["{ name: A, via: assume-role, provider: x }", "provider", /no IAM provider has a part in/],
    ["{ name: A, via: assume-role, hubRole: 'arn:aws-cn:iam::111111111111:role/H' }", "hubRole", /partition aws-cn/],
    ["{ name: A, via: assume-role, hubRole: 'arn:aws:iam::1:role/H' }", "hubRole", /ARN of an IAM role/],
    ["{ name: A, via: assume-role, mfaSerial: 'arn:aws-us-gov:iam::111111111111:mfa/x' }", "mfaSerial", /aws-us-gov/],
    ["{ name: A, via: assume-role, hubExternalId: abc }", "hubExternalId", /no hubRole/],
    ["{ name: A, via: assume-role, externalId: a }", "externalId", /2 to 1,224/],
    ["{ name: A, via: federation-token, policyArns: [x] }", "policyArns[0]", /ARN of an IAM policy/],
    ["{ name: A, policy: '{' }", "policy", /with a Statement/],
    ["{ name: A, policy: { Statement: [] , Sid: 'snow \u2603' } }", "policy", /beyond U\+00FF/],
    [`{ name: A, policy: { Statement: ["${"x".repeat(2048)}"] } }`, "policy", /at most 2048 characters/],
    ["{ name: A, scope: {} }", "scope", /needs one of readOnly/],
    ["{ name: A, scope: { region: nowhere } }", "scope.region", /Region such as eu-west-1/],
    ["{ name: A, scope: { services: [S3] } }", "scope.services[0]", /service prefix/],
    ["{ name: A, tags: { reason: x }, reason: {} }", "reason.tag", /one of this role's tags/],
    ["{ name: A, reason: { tag: 'aws:x' } }", "reason.tag", /tag key/],
    ["{ name: A, maxDuration: 3600 }", "maxDuration", /such as 15m/],
    ["{ name: A, maxDuration: 1h, defaultDuration: 90m }", "defaultDuration", /longer than maxDuration \(1h\)/],
    ["{ name: A, tags: { Team: a, team: b } }", "tags.team", /in case only/],
    ["{ name: A, tags: { 'AWS:x': a } }", 'tags["AWS:x"]', /aws:/],
    ["{ name: A, tags: { team: 'pay!{email}' } }", "tags.team", /character in its value/],
    ["{ name: A, sourceIdentity: 'corp:{email}' }", "sourceIdentity", /letters, digits and/],
    ["{ name: A, tags: { team: '{claims.}' } }", "tags.team", /not a placeholder/],
    ["{ name: A, tags: { team: '{claims.team' } }", "tags.team", /without its partner/],
    ["{ name: A, sessionName: '{emial}' }", "sessionName", /did you mean "email"/],
    ["{ name: A, tags: { team: a }, transitiveTags: [taem] }", "transitiveTags[0]", /did you mean "team"/],
    ["{ name: A, via: console }", "via", /one of portal-oidc, portal-saml, idp-oidc, idp-saml, assume-role/],
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

  test("a federated user without any policy could do nothing, and the role says so itself", async () => {
    expect(await problemsOf(withRole("{ name: A, via: federation-token }"))).toEqual([
      expect.objectContaining({ path: "access.accounts[0].roles[0]", message: expect.stringMatching(/policyArns/) }),
    ]);
  });

  test("what GetFederationToken does not send is not configured", async () => {
    const role = "{ name: A, via: federation-token, policy: { Statement: [] }, sourceIdentity: '{email}' }";
    expect(await pathsOf(withRole(role))).toEqual(["access.accounts[0].roles[0].sourceIdentity"]);
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
