import { buildOidcProviderArn, buildSamlProviderArn } from "#lib/aws/arn";
import { buildReadOnlyArn, describeSetUp, POLICY_HINT } from "./describe";
import type { OidcProviderPlan, RolePlan, SamlProviderPlan, SetUp } from "./plan";
import { nameIn, type PolicyDocument } from "./policy-document";
import { formatAws, quoteShell } from "./shell";
import { buildTrustPolicy } from "./write-trust-policy";
import { buildUserPolicy } from "./write-user-policy";

const TAGS = "Key=ManagedBy,Value=gatehouse";
const QUIET = " >/dev/null 2>&1";
const variable = (name: string) => () => `"$${name}"`;

/**
 * A bash script of AWS CLI commands. It stops before it changes anything when the credentials are of another account, and
 * running it again brings trust and duration to what is written here; the permissions of a role that is there stay. OIDC
 * providers are made without thumbprints.
 */
export function formatAwsCli(setUp: SetUp): string {
  return [
    `#!/usr/bin/env bash\n# ${describeSetUp(setUp)} Made by Gatehouse.\n# Run it with credentials of an administrator of that account: bash FILE`,
    `set -euo pipefail\nexport AWS_PAGER=""`,
    checkAccount(setUp.accountId),
    ...(setUp.samlProviders.some(({ metadataUrl }) => metadataUrl !== null) ? [TEMPORARY] : []),
    ...setUp.oidcProviders.map((provider) => formatOidcProvider(setUp, provider)),
    ...setUp.samlProviders.map((provider) => formatSamlProvider(setUp, provider)),
    ...setUp.roles.map((role) => formatRole(setUp, role)),
    ...formatUser(setUp),
  ]
    .map((part) => `${part}\n`)
    .join("\n");
}

const TEMPORARY = `directory="$(mktemp -d)"\ntrap 'rm -rf "$directory"' EXIT`;

const checkAccount = (
  accountId: string,
): string => `account="$(aws sts get-caller-identity --query Account --output text)"
if [ "$account" != ${quoteShell(accountId)} ]; then
  echo "These credentials are of account $account, not ${accountId}." >&2
  exit 1
fi`;

/** One command where the resource is there, another where it is not. */
const unless = (exists: string, otherwise: string, then: string): string =>
  `if ${exists}${QUIET}; then\n${then}\nelse\n${otherwise}\nfi`;

function formatOidcProvider(setUp: SetUp, { provider, clientIds }: OidcProviderPlan): string {
  const arn = { "open-id-connect-provider-arn": buildOidcProviderArn({ ...setUp, provider }) };
  return unless(
    formatAws("iam get-open-id-connect-provider", arn),
    formatAws(
      "iam create-open-id-connect-provider",
      { url: `https://${provider}`, "client-id-list": clientIds, tags: TAGS },
      "  ",
    ),
    clientIds
      .map((id) => formatAws("iam add-client-id-to-open-id-connect-provider", { ...arn, "client-id": id }, "  "))
      .join("\n"),
  );
}

function formatSamlProvider(setUp: SetUp, { name, metadataUrl }: SamlProviderPlan): string {
  const arn = { "saml-provider-arn": buildSamlProviderArn({ ...setUp, provider: name }) };
  const document = { "saml-metadata-document": () => '"file://$metadata"' };
  const metadata =
    metadataUrl === null
      ? `metadata=${quoteShell(`${name}-metadata.xml`)} # The identity provider's metadata, saved beside this script.`
      : `metadata="$directory/${name}.xml"\ncurl -fsS -o "$metadata" ${quoteShell(metadataUrl)}`;
  const existing = unless(
    formatAws("iam get-saml-provider", arn),
    formatAws("iam create-saml-provider", { name, ...document, tags: TAGS }, "  "),
    formatAws("iam update-saml-provider", { ...arn, ...document }, "  "),
  );
  return `${metadata}\n${existing}`;
}

const assign = (name: string, document: PolicyDocument): string =>
  `${name}=${quoteShell(JSON.stringify(document, null, 2))}`;

function formatRole(setUp: SetUp, role: RolePlan): string {
  const name = { "role-name": role.name };
  const common = { description: role.description, "max-session-duration": String(role.maxSessionSeconds) };
  const create = [
    formatAws(
      "iam create-role",
      { ...name, path: role.path, "assume-role-policy-document": variable("trust"), ...common, tags: TAGS },
      "  ",
    ),
    formatAws("iam attach-role-policy", { ...name, "policy-arn": variable("policy") }, "  "),
  ];
  const update = [
    formatAws("iam update-assume-role-policy", { ...name, "policy-document": variable("trust") }, "  "),
    formatAws("iam update-role", { ...name, ...common }, "  "),
  ];
  return [
    assign("trust", buildTrustPolicy(role.trust, nameIn(setUp))),
    assignPolicy(setUp),
    unless(formatAws("iam get-role", name), create.join("\n"), update.join("\n")),
  ].join("\n");
}

const assignPolicy = ({ partition }: SetUp): string =>
  `# ${POLICY_HINT}\npolicy=${quoteShell(buildReadOnlyArn(partition))}`;

function formatUser(setUp: SetUp): string[] {
  const { user } = setUp;
  if (user === null) return [];
  const name = { "user-name": user.name };
  const federation = { "policy-name": "GatehouseFederation", "policy-document": variable("federation") };
  const create = [
    formatAws("iam create-user", { ...name, tags: TAGS }, "  "),
    formatAws("iam attach-user-policy", { ...name, "policy-arn": variable("policy") }, "  "),
  ];
  return [
    [
      assign("federation", buildUserPolicy(user, nameIn(setUp))),
      assignPolicy(setUp),
      `if ! ${formatAws("iam get-user", name)}${QUIET}; then\n${create.join("\n")}\nfi`,
      formatAws("iam put-user-policy", { ...name, ...federation }),
    ].join("\n"),
  ];
}
