import { describe, expect, test } from "vitest";
import { createRandom } from "#lib/access/fixtures/declared";
import { formatAwsCli } from "./aws-cli";
import { formatCloudFormation } from "./cloud-formation";
import { drawSetUp } from "./fixtures/draw-set-up";
import { readCloudFormation } from "./fixtures/read-cloud-formation";
import { readTerraform } from "./fixtures/read-terraform";
import { runScript } from "./fixtures/run-script";
import type { SetUp } from "./plan";
import { nameIn } from "./policy-document";
import { formatTerraform } from "./terraform";
import { writeTrustPolicy } from "./write-trust-policy";
import { buildUserPolicy } from "./write-user-policy";

function drawMany(count: number): readonly SetUp[] {
  const random = createRandom(20261123);
  return Array.from({ length: count }, () => drawSetUp(random));
}

/** By role name, what each format has to say. */
const policiesOf = (setUp: SetUp) =>
  Object.fromEntries(setUp.roles.map(({ name, trust }) => [name, writeTrustPolicy(trust, setUp)]));
const userPolicyOf = (setUp: SetUp) => setUp.user && buildUserPolicy(setUp.user, nameIn(setUp));

describe("CloudFormation", () => {
  test("300 templates, read as YAML 1.1 with CloudFormation's tags, hold exactly the policies, roles and providers", () => {
    for (const setUp of drawMany(300)) {
      const { Resources, Parameters } = readCloudFormation(formatCloudFormation(setUp), setUp);
      const of = (type: string) => Object.values(Resources).filter(({ Type }) => Type === `AWS::IAM::${type}`);
      const roles = of("Role").map(({ Properties }) => Properties);
      expect(Object.fromEntries(roles.map((role) => [role.RoleName, role.AssumeRolePolicyDocument]))).toEqual(
        policiesOf(setUp),
      );
      expect(roles.map((role) => [role.Path, role.Description, role.MaxSessionDuration])).toEqual(
        setUp.roles.map((role) => [role.path, role.description, role.maxSessionSeconds]),
      );
      for (const { ManagedPolicyArns } of roles) expect(Parameters).toHaveProperty(String(ManagedPolicyArns).slice(4));
      expect(of("OIDCProvider").map(({ Properties }) => Properties)).toMatchObject(
        setUp.oidcProviders.map(({ provider, clientIds }) => ({ Url: `https://${provider}`, ClientIdList: clientIds })),
      );
      expect(of("SAMLProvider").map(({ Properties }) => Properties.SamlMetadataDocument)).toEqual(
        setUp.samlProviders.flatMap(({ metadata }) => metadata ?? []),
      );
      expect(of("User").map(({ Properties }) => Properties.Policies)).toEqual(
        setUp.user === null ? [] : [[{ PolicyName: "GatehouseFederation", PolicyDocument: userPolicyOf(setUp) }]],
      );
    }
  });

  test("the same template serves every account of a StackSet: it names neither account nor Region", () => {
    for (const setUp of drawMany(100)) {
      const template = formatCloudFormation({ ...setUp, accountName: "here" }).replace(/^Description: .*$/m, "");
      expect(template).not.toContain(setUp.accountId);
      expect(template).not.toMatch(/AWS::Region|\b(eu|us|ap)-[a-z]+-\d\b/);
      expect(template).not.toContain("Thumbprint");
    }
  });

  test("another stack's providers can be left alone", () => {
    for (const setUp of drawMany(20)) {
      const { Resources } = readCloudFormation(formatCloudFormation(setUp), setUp);
      for (const { Type, Condition } of Object.values(Resources)) {
        expect(Condition).toBe(/Provider$/.test(Type) ? "MakeProviders" : undefined);
      }
    }
  });
});

describe("Terraform", () => {
  test("300 configurations, read back, hold exactly the policies, roles and providers", () => {
    for (const setUp of drawMany(300)) {
      const blocks = readTerraform(formatTerraform(setUp), setUp);
      const of = (type: string) => blocks.filter(({ labels }) => labels[0] === type).map(({ body }) => body);
      const roles = of("aws_iam_role");
      expect(Object.fromEntries(roles.map((role) => [role.name, role.assume_role_policy]))).toEqual(policiesOf(setUp));
      expect(roles.map((role) => [role.path, role.description, role.max_session_duration])).toEqual(
        setUp.roles.map((role) => [role.path, role.description, role.maxSessionSeconds]),
      );
      expect(of("aws_iam_openid_connect_provider").map(({ url, client_id_list }) => [url, client_id_list])).toEqual(
        setUp.oidcProviders.map(({ provider, clientIds }) => [`https://${provider}`, clientIds]),
      );
      expect(of("aws_iam_saml_provider").map(({ saml_metadata_document }) => saml_metadata_document)).toEqual(
        setUp.samlProviders.map(
          ({ name, metadata }) => metadata ?? { expression: `file("\${path.module}/${name}-metadata.xml")` },
        ),
      );
      expect(of("aws_iam_user_policy").map(({ policy }) => policy)).toEqual(
        setUp.user === null ? [] : [userPolicyOf(setUp)],
      );
      const names = blocks.filter(({ type }) => type === "resource").map(({ labels }) => labels.join("."));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe("AWS CLI", () => {
  const optionOf = (call: readonly string[], name: string) => {
    const joined = call.find((word) => word.startsWith(`--${name}=`));
    return joined?.slice(name.length + 3) ?? call[call.indexOf(`--${name}`) + 1] ?? "";
  };
  const documentsOf = (calls: readonly (readonly string[])[], command: string, option: string) =>
    Object.fromEntries(
      calls
        .filter(([, , name]) => name === command)
        .map((call) => [optionOf(call, "role-name"), JSON.parse(optionOf(call, option))]),
    );

  test("40 scripts, run by bash in an empty account, hand exactly the policies over, whatever stands in names and texts", () => {
    for (const setUp of drawMany(40)) {
      const ran = runScript(formatAwsCli(setUp), { accountId: setUp.accountId, present: false });
      expect(ran).toMatchObject({ status: 0, stderr: "" });
      expect(documentsOf(ran.calls, "create-role", "assume-role-policy-document")).toEqual(policiesOf(setUp));
      const made = ran.calls.filter(([, , name]) => name === "create-role");
      expect(
        made.map((call) => ["path", "description", "max-session-duration"].map((name) => optionOf(call, name))),
      ).toEqual(setUp.roles.map((role) => [role.path, role.description, String(role.maxSessionSeconds)]));
      const [provider] = ran.calls.filter(([, , name]) => name === "create-open-id-connect-provider");
      expect(provider).toEqual(expect.arrayContaining([...(setUp.oidcProviders[0]?.clientIds ?? [])]));
      expect(provider?.join(" ")).not.toContain("thumbprint");
      const [user] = ran.calls.filter(([, , name]) => name === "put-user-policy");
      expect(user === undefined ? null : JSON.parse(optionOf(user, "policy-document"))).toEqual(userPolicyOf(setUp));
    }
  });

  test("run again, a script brings trust up to date and leaves permissions as they are", () => {
    for (const setUp of drawMany(10)) {
      const ran = runScript(formatAwsCli(setUp), { accountId: setUp.accountId, present: true });
      expect(ran).toMatchObject({ status: 0, stderr: "" });
      expect(documentsOf(ran.calls, "update-assume-role-policy", "policy-document")).toEqual(policiesOf(setUp));
      expect(ran.calls.filter(([, , name]) => /^(create|attach)-/.test(name ?? ""))).toEqual([]);
    }
  });

  test("with another account's credentials, a script stops before it changes anything", () => {
    const [setUp] = drawMany(1);
    if (setUp === undefined) throw new Error("nothing drawn");
    const ran = runScript(formatAwsCli(setUp), { accountId: "123123123123", present: false });
    expect(ran.status).toBe(1);
    expect(ran.stderr).toContain("These credentials are of account 123123123123");
    expect(ran.calls.map(([, , name]) => name)).toEqual(["get-caller-identity"]);
  });
});
