import { buildOidcProviderArn, buildRoleArn } from "#lib/aws/arn";
import { type Addresses, STS_AUDIENCE } from "./addresses";
import { type DemoAccount, findDemoAccount } from "./demo-accounts";
import { PORTAL_USER } from "./iam-users";
import { oidcProviderName } from "./provider-names";

/** A role that nobody holds: the portal uses it itself. */
export type OwnRole = {
  readonly name: string;
  readonly description: string;
  readonly trustPolicy: object;
  /** The policy of its permissions. */
  readonly permissions: object;
};

const HUB_ACCOUNT = findDemoAccount("network-hub");
const HUB_NAME = "gatehouse/PortalHub";

/** The role in the middle, for accounts that trust nothing but the hub. */
export const PORTAL_HUB = {
  arn: buildRoleArn({ partition: HUB_ACCOUNT.partition, accountId: HUB_ACCOUNT.id, roleName: HUB_NAME }),
  externalId: "example-corp-hub",
} as const;

export const TRUST_READER = "GatehouseTrustReader";
/** Accounts that do not let the portal read trust policies: an administrator pastes them there. */
const WITHOUT_READER: readonly string[] = ["shop-prod", "legacy-erp"];

/** The portal's own roles in an account. */
export function listOwnRoles(account: DemoAccount, addresses: Addresses): readonly OwnRole[] {
  return [
    ...(account.id === HUB_ACCOUNT.id ? [describeHub()] : []),
    ...(WITHOUT_READER.includes(account.name) ? [] : [describeReader(account, addresses)]),
  ];
}

const policy = (...statements: readonly object[]) => ({ Version: "2012-10-17", Statement: statements });

function describeHub(): OwnRole {
  return {
    name: HUB_NAME,
    description: "The way from the portal to accounts that trust the hub only",
    trustPolicy: policy({
      Effect: "Allow",
      Principal: { AWS: PORTAL_USER.arn },
      Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
      Condition: { StringEquals: { "sts:ExternalId": PORTAL_HUB.externalId } },
    }),
    permissions: policy({
      Effect: "Allow",
      Action: ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
      Resource: buildRoleArn({ ...placeOf(findDemoAccount("legacy-erp")), roleName: "Auditor" }),
    }),
  };
}

/** Trusts the portal's issuer for one subject only, which no person can have. */
function describeReader(account: DemoAccount, { portalUrl }: Addresses): OwnRole {
  const provider = oidcProviderName(`${portalUrl}/oidc`);
  return {
    name: TRUST_READER,
    description: "Lets the portal read trust policies, to explain refusals",
    trustPolicy: policy({
      Effect: "Allow",
      Principal: { Federated: buildOidcProviderArn({ ...placeOf(account), provider }) },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: { [`${provider}:aud`]: STS_AUDIENCE, [`${provider}:sub`]: "gatehouse:trust-reader" },
      },
    }),
    permissions: policy({ Effect: "Allow", Action: "iam:GetRole", Resource: "*" }),
  };
}

const placeOf = ({ id, partition }: DemoAccount) => ({ partition, accountId: id });
