import type { AwsAccountDescription } from "#e2e/aws/description";
import { buildRoleArn, buildSamlProviderArn } from "#lib/aws/arn";
import type { Person, PersonId } from "../idp/people";
import type { AwsAttributes } from "../idp/saml/person-attributes";
import { type Addresses, CORP, OIDC_CLIENT, STS_AUDIENCE, WORKFORCE } from "./addresses";
import { listAccounts } from "./demo-accounts";
import { type DemoRole, type DemoVia, listRoles } from "./demo-roles";

import { listOwnRoles } from "./own-roles";
import { CORP_SAML_PROVIDER, PORTAL_SAML_PROVIDER } from "./provider-names";
import { buildTrustPolicy, type TrustOptions } from "./trust-policy";
import { listUsers } from "./user-permissions";

export type OrganisationOptions = {
  readonly addresses: Addresses;
  /** The demo's 15 when absent. */
  readonly accountCount?: number;
  /** `idp-saml` by a second application at the IdP, addressed to AWS. */
  readonly awsApplication?: boolean;
};

/** What is set up in AWS: each account's IAM identity providers, roles and users. */
export function awsAccounts(options: OrganisationOptions): readonly AwsAccountDescription[] {
  const { addresses, accountCount, awsApplication = false } = options;
  const rolesByAccount = new Map<string, DemoRole[]>();
  for (const role of listRoles(accountCount)) {
    rolesByAccount.set(role.account.id, [...(rolesByAccount.get(role.account.id) ?? []), role]);
  }
  return listAccounts(accountCount).map((account) => ({
    id: account.id,
    name: account.name,
    partition: account.partition,
    oidcProviders: [
      { url: `${addresses.portalUrl}/oidc`, clientIds: [STS_AUDIENCE] },
      { url: addresses.oidcUrl, clientIds: [OIDC_CLIENT.clientId] },
    ],
    samlProviders: [
      { name: PORTAL_SAML_PROVIDER, metadataUrl: `${addresses.portalUrl}/saml/metadata` },
      { name: CORP_SAML_PROVIDER, metadataUrl: `${addresses.samlUrl}/metadata` },
    ],
    roles: [
      ...(rolesByAccount.get(account.id) ?? []).flatMap((role) => describeRole(role, { addresses, awsApplication })),
      ...listOwnRoles(account, addresses),
    ],
    users: listUsers(account.id),
  }));
}

/** Nothing for `federation-token`: its sessions are the portal's user's own. */
function describeRole(role: DemoRole, options: TrustOptions) {
  const trustPolicy = buildTrustPolicy(role, options);
  if (trustPolicy === null) return [];
  const { name, description, maxHours } = role;
  return [{ name, description, maxSessionDurationSeconds: maxHours * 3600, trustPolicy }];
}

/** What the company's SAML IdP tells AWS about somebody: the `idp-saml` roles that they hold. */
export function awsAttributes(person: Person): AwsAttributes {
  const held = expectedRoles(person.id, CORP).filter((role) => role.via === "idp-saml");
  return {
    roles: held.map(({ roleArn, partition, accountId }) => ({
      roleArn,
      providerArn: buildSamlProviderArn({ partition, accountId, provider: CORP_SAML_PROVIDER }),
    })),
    sessionName: person.email,
    sourceIdentity: person.email,
    principalTags: { Department: person.department },
  };
}

export type ExpectedRole = {
  readonly accountId: string;
  readonly accountName: string;
  readonly partition: DemoRole["account"]["partition"];
  readonly roleName: string;
  readonly roleArn: string;
  readonly via: DemoVia;
};

/**
 * Which roles a person holds after signing in there, straight from the table and not by way of the portal's rules, so that
 * the two can be compared. Roles that need an IdP's own proof are held by those who signed in through it. Sorted by ARN.
 */
export function expectedRoles(
  person: PersonId,
  idp: typeof CORP | typeof WORKFORCE,
  accountCount?: number,
): readonly ExpectedRole[] {
  const reachable: Record<DemoVia, boolean> = {
    "portal-oidc": true,
    "portal-saml": true,
    "idp-oidc": idp === WORKFORCE,
    "idp-saml": idp === CORP,
    "assume-role": true,
    "federation-token": true,
    "session-token": true,
  };
  return listRoles(accountCount)
    .filter((role) => role.heldBy.includes(person) && reachable[role.via])
    .map(({ account, name, via }) => ({
      accountId: account.id,
      accountName: account.name,
      partition: account.partition,
      roleName: name,
      roleArn: buildRoleArn({ partition: account.partition, accountId: account.id, roleName: name }),
      via,
    }))
    .sort((one, other) => (one.roleArn < other.roleArn ? -1 : 1));
}
