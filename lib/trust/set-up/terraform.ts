import { buildReadOnlyArn, describeSetUp, POLICY_HINT } from "./describe";
import { findProvider } from "./find-provider";
import { formatAttributes, formatHcl, type Hcl, quoteHcl } from "./hcl";
import { toLogicalNames, toSnakeCase } from "./logical-names";
import type { OidcProviderPlan, RolePlan, SamlProviderPlan, SetUp } from "./plan";
import type { NameOwn } from "./policy-document";
import { buildTrustPolicy } from "./write-trust-policy";
import { buildUserPolicy } from "./write-user-policy";

type Attributes = { readonly [key: string]: Hcl };

const TAGS = { ManagedBy: "gatehouse" };
const RESOURCES = { oidc: "aws_iam_openid_connect_provider", saml: "aws_iam_saml_provider" } as const;
const raw = (expression: string) => () => expression;

/** Names a resource of whichever account the provider `aws` is configured for. */
const nameInState: NameOwn<Hcl> = ({ service, resource }) => {
  const place = `\${data.aws_partition.current.partition}:${service}::\${data.aws_caller_identity.current.account_id}`;
  return raw(`"arn:${place}:${quoteHcl(resource).slice(1, -1)}"`);
};

/**
 * A Terraform configuration. `thumbprint_list` is left out, which aws 5.82 and later allow. SAML metadata that the portal does
 * not hold is read from a file beside the configuration.
 */
export function formatTerraform(setUp: SetUp): string {
  const names = toLogicalNames(setUp.roles.map(({ name }) => name)).map(toSnakeCase);
  const hasProviders = setUp.oidcProviders.length + setUp.samlProviders.length > 0;
  return [
    `# ${describeSetUp(setUp)} Made by Gatehouse.\n`,
    REQUIRED,
    'data "aws_partition" "current" {}\n\ndata "aws_caller_identity" "current" {}\n',
    ...(hasProviders ? [CREATE_PROVIDERS] : []),
    ...names.map((name) => policiesVariable(`${name}_policies`, setUp)),
    ...setUp.oidcProviders.map(formatOidcProvider),
    ...setUp.samlProviders.map(formatSamlProvider),
    ...setUp.roles.flatMap((role, at) => formatRole(setUp, role, names[at] ?? "")),
    ...formatUser(setUp),
  ].join("\n");
}

const REQUIRED = `terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.82"
    }
  }
}
`;

const block = (header: string, attributes: Attributes): string => `${header} {\n${formatAttributes(attributes, 1)}}\n`;
const resource = (type: string, name: string, attributes: Attributes): string =>
  block(`resource "${type}" "${name}"`, attributes);

const CREATE_PROVIDERS = block('variable "create_providers"', {
  type: raw("bool"),
  default: true,
  description: "false where the account has these identity providers already",
});

const policiesVariable = (name: string, { partition }: SetUp): string =>
  block(`variable "${name}"`, {
    type: raw("set(string)"),
    default: [buildReadOnlyArn(partition)],
    description: POLICY_HINT,
  });

const formatOidcProvider = ({ provider, clientIds }: OidcProviderPlan, at: number): string =>
  resource(RESOURCES.oidc, `provider_${at + 1}`, {
    count: raw("var.create_providers ? 1 : 0"),
    url: `https://${provider}`,
    client_id_list: clientIds,
    tags: TAGS,
  });

const formatSamlProvider = ({ name, metadata }: SamlProviderPlan, at: number): string =>
  resource(RESOURCES.saml, `provider_${at + 1}`, {
    count: raw("var.create_providers ? 1 : 0"),
    name,
    saml_metadata_document: metadata ?? raw(`file("\${path.module}/${name}-metadata.xml")`),
    tags: TAGS,
  });

const asJson = (document: Hcl) => raw(`jsonencode(${formatHcl(document, 1)})`);

function formatRole(setUp: SetUp, role: RolePlan, name: string): string[] {
  const needs = findProvider(setUp, role.trust.proof);
  return [
    resource("aws_iam_role", name, {
      name: role.name,
      path: role.path,
      description: role.description,
      max_session_duration: role.maxSessionSeconds,
      assume_role_policy: asJson(buildTrustPolicy(role.trust, nameInState)),
      tags: TAGS,
      ...(needs === null ? {} : { depends_on: [raw(`${RESOURCES[needs.kind]}.provider_${needs.at + 1}`)] }),
    }),
    resource("aws_iam_role_policy_attachment", name, {
      for_each: raw(`var.${name}_policies`),
      role: raw(`aws_iam_role.${name}.name`),
      policy_arn: raw("each.value"),
    }),
  ];
}

function formatUser(setUp: SetUp): string[] {
  const { user } = setUp;
  if (user === null) return [];
  return [
    policiesVariable("portal_user_policies", setUp),
    resource("aws_iam_user", "portal_user", { name: user.name, tags: TAGS }),
    resource("aws_iam_user_policy", "portal_user", {
      name: "GatehouseFederation",
      user: raw("aws_iam_user.portal_user.name"),
      policy: asJson(buildUserPolicy(user, nameInState)),
    }),
    resource("aws_iam_user_policy_attachment", "portal_user", {
      for_each: raw("var.portal_user_policies"),
      user: raw("aws_iam_user.portal_user.name"),
      policy_arn: raw("each.value"),
    }),
  ];
}
