import type { SessionTag } from "#lib/aws/session-tags";

/** What AWS reads of an assertion's attributes, beside the roles. */
export type AwsAttributes = {
  readonly roleSessionName: string | null;
  readonly sourceIdentity: string | null;
  readonly sessionTags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
};

const PREFIX = "https://aws.amazon.com/SAML/Attributes/";
const TAG_PREFIX = `${PREFIX}PrincipalTag:`;

type Attributes = Readonly<Record<string, readonly string[]>>;

/** By name on the wire. IAM User Guide, id_roles_providers_create_saml_assertions. */
export function readAwsAttributes(attributes: Attributes): AwsAttributes {
  const first = (name: string) => attributes[`${PREFIX}${name}`]?.[0] ?? null;
  const tags = Object.entries(attributes).flatMap(([name, [value]]): SessionTag[] =>
    name.startsWith(TAG_PREFIX) && value !== undefined ? [{ key: name.slice(TAG_PREFIX.length), value }] : [],
  );
  return {
    roleSessionName: first("RoleSessionName"),
    sourceIdentity: first("SourceIdentity"),
    sessionTags: tags,
    transitiveTagKeys: attributes[`${PREFIX}TransitiveTagKeys`] ?? [],
  };
}

const PERSON_ATTRIBUTES = [
  ...["cn", "commonName", "givenName", "surname", "mail", "name", "uid"],
  ...["primaryGroupSID", "organizationStatus", "x500UniqueIdentifier"],
];

/** The attributes that are condition keys, `saml:cn`. IAM User Guide, reference_policies_iam-condition-keys. */
export function listSamlPersonKeys(attributes: Attributes): Attributes {
  const known = Object.entries(attributes).filter(
    ([name]) => PERSON_ATTRIBUTES.includes(name) || name.toLowerCase().startsWith("eduperson"),
  );
  return Object.fromEntries(known.map(([name, values]) => [`saml:${name}`, values]));
}
