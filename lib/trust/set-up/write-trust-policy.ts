import type { Partition } from "#lib/aws/partition";
import type { Proof, Subjects, TrustPlan } from "./plan";
import {
  type Conditions,
  escapeVariables,
  mergeConditions,
  type NameOwn,
  nameIn,
  type PolicyDocument,
  type PolicyStatement,
} from "./policy-document";
import { limitTransitiveTags, requireTags, sendsTags } from "./require-tags";

type Via = Proof["via"];
type ProofOf<V extends Via> = Extract<Proof, { readonly via: V }>;

/** Whom a path trusts, for which call, and what the proof itself has to say. */
type Trusted<Arn> = Required<Pick<PolicyStatement<Arn>, "Sid" | "Principal">> & {
  readonly action: string;
  readonly conditions: readonly Conditions[];
};

/**
 * The trust policy that lets in exactly what a path sends: this provider or principal, this audience, these subjects, these
 * tags, a source identity. What the plan does not send is not allowed either: sts:TagSession and sts:SetSourceIdentity
 * are there only where they are needed. IAM User Guide, id_roles_create_for-idp, id_session-tags.
 */
export function writeTrustPolicy(
  plan: TrustPlan,
  place: { readonly partition: Partition; readonly accountId: string },
): PolicyDocument {
  return buildTrustPolicy(plan, nameIn(place));
}

/** The same with the account's own resources named by `own`, for templates that serve many accounts. */
export function buildTrustPolicy<Arn>(plan: TrustPlan, own: NameOwn<Arn>): PolicyDocument<Arn> {
  const { Sid, Principal, action, conditions } = trust(plan.proof, own);
  const Action = [
    action,
    ...(sendsTags(plan.tags) ? ["sts:TagSession"] : []),
    ...(plan.sourceIdentity === "none" ? [] : ["sts:SetSourceIdentity"]),
  ];
  const Condition = mergeConditions([
    ...conditions,
    ...requireTags(plan.tags),
    ...limitTransitiveTags(plan.tags),
    ...requireSession(plan),
  ]);
  const statement = { Sid, Effect: "Allow", Principal, Action } as const;
  return {
    Version: "2012-10-17",
    Statement: [Object.keys(Condition).length === 0 ? statement : { ...statement, Condition }],
  };
}

function requireSession({ sourceIdentity, sessionNamePrefix }: TrustPlan): Conditions[] {
  return [
    ...(sourceIdentity === "required" ? [{ StringLike: { "sts:SourceIdentity": "*" } }] : []),
    ...(sessionNamePrefix === "" ? [] : [{ StringLike: { "sts:RoleSessionName": `${sessionNamePrefix}*` } }]),
  ];
}

function trust<Arn>(proof: Proof, own: NameOwn<Arn>): Trusted<Arn> {
  if ("audience" in proof) return trustTokens(proof, own);
  if ("recipient" in proof) return trustAssertions(proof, own);
  return proof.via === "assume-role" ? trustPrincipal(proof) : trustUsers(proof, own);
}

const SIDS: Record<Via, string> = {
  "portal-oidc": "GatehouseTokens",
  "portal-saml": "GatehouseAssertions",
  "idp-oidc": "CompanyTokens",
  "idp-saml": "CompanyAssertions",
  "assume-role": "GatehousePrincipal",
  "session-token": "UsersWithMfa",
};

function trustTokens<Arn>(proof: ProofOf<"portal-oidc" | "idp-oidc">, own: NameOwn<Arn>): Trusted<Arn> {
  const { via, provider, audience, subjects } = proof;
  return {
    Sid: SIDS[via],
    Principal: { Federated: own({ service: "iam", resource: `oidc-provider/${provider}` }) },
    action: "sts:AssumeRoleWithWebIdentity",
    conditions: [
      { StringEquals: { [`${provider}:aud`]: escapeVariables(audience) } },
      ...narrow(`${provider}:sub`, subjects),
    ],
  };
}

function trustAssertions<Arn>(proof: ProofOf<"portal-saml" | "idp-saml">, own: NameOwn<Arn>): Trusted<Arn> {
  const { via, provider, recipient, issuer, subjects } = proof;
  return {
    Sid: SIDS[via],
    Principal: { Federated: own({ service: "iam", resource: `saml-provider/${provider}` }) },
    action: "sts:AssumeRoleWithSAML",
    conditions: [
      { StringEquals: { "SAML:aud": escapeVariables(recipient) } },
      ...(issuer === null ? [] : [{ StringEquals: { "SAML:iss": escapeVariables(issuer) } }]),
      ...narrow("SAML:sub", subjects),
    ],
  };
}

function trustPrincipal<Arn>({ via, principalArn, externalId, mfa }: ProofOf<"assume-role">): Trusted<Arn> {
  return {
    Sid: SIDS[via],
    Principal: { AWS: principalArn },
    action: "sts:AssumeRole",
    conditions: [
      ...requireExternalId(externalId),
      ...(mfa ? [{ Bool: { "aws:MultiFactorAuthPresent": "true" } }] : []),
    ],
  };
}

/** `…IfExists`: the key is there whenever MFA is, but no page says so for a code that comes with AssumeRole itself. */
function trustUsers<Arn>(proof: ProofOf<"session-token">, own: NameOwn<Arn>): Trusted<Arn> {
  const { via, userAccountId, externalId, maxMfaAgeSeconds } = proof;
  return {
    Sid: SIDS[via],
    Principal: { AWS: userAccountId ?? own({ service: "iam", resource: "root" }) },
    action: "sts:AssumeRole",
    conditions: [
      { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      { NumericLessThanEqualsIfExists: { "aws:MultiFactorAuthAge": String(maxMfaAgeSeconds) } },
      ...requireExternalId(externalId),
    ],
  };
}

const requireExternalId = (externalId: string | null): Conditions[] =>
  externalId === null ? [] : [{ StringEquals: { "sts:ExternalId": externalId } }];

function narrow(key: string, subjects: Subjects): Conditions[] {
  if (subjects === null) return [];
  return [{ [subjects.operator]: { [key]: subjects.values.map(escapeVariables) } }];
}
