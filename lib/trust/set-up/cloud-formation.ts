import { Document, Scalar } from "yaml";
import { isEqual, nameInStack, ref } from "./cloud-formation-tags";
import { buildReadOnlyArn, describeSetUp, POLICY_HINT } from "./describe";
import { toLogicalNames } from "./logical-names";
import type { RolePlan, SetUp } from "./plan";
import { buildTrustPolicy } from "./write-trust-policy";
import { buildUserPolicy } from "./write-user-policy";

type Resource = Readonly<Record<string, unknown>>;
type Entries = readonly (readonly [string, Resource])[];

const TAGS = [{ Key: "ManagedBy", Value: "gatehouse" }];
const CONDITION = "MakeProviders";

/**
 * A CloudFormation template for a stack or a StackSet: it names no account and no Region of its own, and a parameter leaves the
 * providers out where another stack of the account has made them. IAM is global: one Region is enough. OIDC providers
 * go without ThumbprintList (IAM asks for none since 2024). SAML providers whose metadata is not at hand are left out.
 */
export function formatCloudFormation(setUp: SetUp): string {
  const names = toLogicalNames(setUp.roles.map(({ name }) => name));
  const providers = [...listOidcProviders(setUp), ...listSamlProviders(setUp)];
  const roles = setUp.roles.map((role, at): Entries[number] => [
    `${names[at]}Role`,
    describeRole(role, `${names[at]}Policies`),
  ]);
  const template = {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: describeSetUp(setUp).slice(0, 1000),
    Parameters: listParameters(setUp, names, providers.length > 0),
    ...(providers.length === 0 ? {} : { Conditions: { [CONDITION]: isEqual("CreateProviders", "true") } }),
    Resources: Object.fromEntries([...providers, ...roles, ...listUser(setUp)]),
  };
  // YAML 1.1, which CloudFormation reads: dates, "on" and "yes" are then quoted.
  const document = new Document(template, { version: "1.1", aliasDuplicateObjects: false });
  document.commentBefore = HEADER;
  return document.toString({ lineWidth: 0, simpleKeys: true, directives: false });
}

const HEADER = " Made by Gatehouse. Deploy with CAPABILITY_NAMED_IAM, in one Region: IAM is global.";

function listParameters(setUp: SetUp, names: readonly string[], withProviders: boolean): Resource {
  const Default = buildReadOnlyArn(setUp.partition);
  const policies = { Type: "CommaDelimitedList", Default, Description: POLICY_HINT };
  const provider = {
    Type: "String",
    AllowedValues: ["true", "false"],
    Default: "true",
    Description: '"false" where the account has these identity providers already, for example from another stack.',
  };
  return {
    ...(withProviders ? { CreateProviders: provider } : {}),
    ...Object.fromEntries(names.map((name) => [`${name}Policies`, policies])),
    ...(setUp.user === null ? {} : { UserPolicies: policies }),
  };
}

function listOidcProviders({ oidcProviders }: SetUp): Entries {
  return oidcProviders.map(({ provider, clientIds }, at) => [
    `OidcProvider${at + 1}`,
    {
      Type: "AWS::IAM::OIDCProvider",
      Condition: CONDITION,
      Properties: { Url: `https://${provider}`, ClientIdList: clientIds, Tags: TAGS },
    },
  ]);
}

function listSamlProviders({ samlProviders }: SetUp): Entries {
  return samlProviders.flatMap(({ name, metadata }, at): Entries => {
    if (metadata === null) return [];
    const Properties = { Name: name, SamlMetadataDocument: toBlock(metadata), Tags: TAGS };
    return [[`SamlProvider${at + 1}`, { Type: "AWS::IAM::SAMLProvider", Condition: CONDITION, Properties }]];
  });
}

function toBlock(text: string): Scalar<string> {
  const scalar = new Scalar(text);
  scalar.type = Scalar.BLOCK_LITERAL;
  return scalar;
}

const describeRole = (role: RolePlan, policies: string): Resource => ({
  Type: "AWS::IAM::Role",
  Properties: {
    RoleName: role.name,
    Path: role.path,
    Description: role.description,
    MaxSessionDuration: role.maxSessionSeconds,
    AssumeRolePolicyDocument: buildTrustPolicy(role.trust, nameInStack),
    ManagedPolicyArns: ref(policies),
    Tags: TAGS,
  },
});

function listUser({ user }: SetUp): Entries {
  if (user === null) return [];
  const PolicyDocument = buildUserPolicy(user, nameInStack);
  const Properties = {
    UserName: user.name,
    Policies: [{ PolicyName: "GatehouseFederation", PolicyDocument }],
    ManagedPolicyArns: ref("UserPolicies"),
    Tags: TAGS,
  };
  return [["PortalUser", { Type: "AWS::IAM::User", Properties }]];
}
