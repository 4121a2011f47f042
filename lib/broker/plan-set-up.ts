import "server-only";
import type { GrantableRole } from "#lib/access/grantable-role";
import { parseRoleArn } from "#lib/aws/arn";
import { toIamDescription } from "#lib/trust/set-up/describe";
import type { OidcProviderPlan, RolePlan, SamlProviderPlan, SetUp, TrustPlan, UserPlan } from "#lib/trust/set-up/plan";
import { planTags, planTrust, type TrustChoice, type TrustSource } from "./plan-trust";

export type SetUpSource = TrustSource & {
  /** The portal's own, as SAML identity provider for AWS. */
  readonly samlMetadata: string;
};

type Planned = { readonly role: GrantableRole; readonly trust: TrustPlan };

/** The portal's IAM user in accounts that are reached with GetFederationToken, unless the administrator renames it. */
const USER_NAME = "gatehouse";

/** IAM API Reference, CreateRole: MaxSessionDuration. */
const toMaxSession = (seconds: number) => Math.min(Math.max(seconds, 3600), 43_200);

function toRolePlan({ role, trust }: Planned): RolePlan {
  const parsed = parseRoleArn(role.roleArn);
  if (!parsed.ok) throw new Error("a role of the configuration without an ARN");
  return {
    name: parsed.value.roleName,
    path: parsed.value.path,
    description: toIamDescription(`Gatehouse: ${role.description ?? role.roleName}`),
    maxSessionSeconds: toMaxSession(role.maxDurationSeconds),
    trust,
  };
}

/** One entry a provider, with the client ids of all roles that are reached through it. */
function listOidcProviders(planned: readonly Planned[]): OidcProviderPlan[] {
  const providers = new Map<string, Set<string>>();
  for (const { trust } of planned) {
    if (!("audience" in trust.proof)) continue;
    const { provider, audience } = trust.proof;
    providers.set(provider, new Set([...(providers.get(provider) ?? []), audience]));
  }
  return Array.from(providers, ([provider, clientIds]) => ({ provider, clientIds: [...clientIds] }));
}

function listSamlProviders(planned: readonly Planned[], { config, samlMetadata }: SetUpSource): SamlProviderPlan[] {
  const providers = new Map<string, SamlProviderPlan>();
  for (const { role, trust } of planned) {
    if (!("recipient" in trust.proof)) continue;
    const name = trust.proof.provider;
    const idp = config.identityProviders.find(({ id }) => id === role.idp);
    const own = { name, metadata: samlMetadata, metadataUrl: `${config.portal.url}/saml/metadata` };
    const company = { name, metadata: null, metadataUrl: idp?.type === "saml" ? (idp.metadataUrl ?? null) : null };
    providers.set(name, trust.proof.via === "portal-saml" ? own : company);
  }
  return [...providers.values()];
}

function planUser(roles: readonly GrantableRole[]): UserPlan | null {
  const [first, ...others] = roles.filter(({ via }) => via === "federation-token");
  if (first === undefined) return null;
  // One user serves them all: with roles of different tags, any may come.
  const tags = planTags(first);
  const isSame = others.every((role) => JSON.stringify(planTags(role)) === JSON.stringify(tags));
  return { name: USER_NAME, tags: isSame ? tags : { kind: "any" } };
}

/** What one account needs for some of its roles, and those of them that cannot be planned yet. */
export function planSetUp(
  roles: readonly [GrantableRole, ...GrantableRole[]],
  source: SetUpSource,
  choice: TrustChoice,
): { readonly setUp: SetUp; readonly unplanned: readonly GrantableRole[] } {
  const [{ partition, accountId, accountName }] = roles;
  const ofRoles = roles.filter(({ via }) => via !== "federation-token");
  const planned = ofRoles.flatMap((role): Planned[] => {
    const trust = planTrust(role, source, choice);
    return trust === null ? [] : [{ role, trust }];
  });
  const setUp = {
    portalUrl: source.config.portal.url,
    partition,
    accountId,
    accountName,
    oidcProviders: listOidcProviders(planned),
    samlProviders: listSamlProviders(planned, source),
    roles: planned.map(toRolePlan),
    user: planUser(roles),
  };
  return { setUp, unplanned: ofRoles.filter((role) => !planned.some((one) => one.role === role)) };
}
