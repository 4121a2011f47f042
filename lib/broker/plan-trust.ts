import "server-only";
import { listPlaceholders } from "#lib/access/claims-template";
import type { GrantableRole } from "#lib/access/grantable-role";
import type { LoadedConfig } from "#lib/config/load";
import { AWS_AUDIENCE } from "#lib/issuer/id-token";
import { buildSamlRecipient } from "#lib/issuer/saml-recipient";
import { buildServiceProvider } from "#lib/saml/service-provider";
import type { PlannedTag, Proof, Subjects, TagPlan, TrustPlan } from "#lib/trust/set-up/plan";
import { carriedAttributes, carriesTags } from "./carried-attributes";

/** What an administrator decides about a set-up, beside the accounts and roles. */
export type TrustChoice = {
  /** Only people of identity providers whom a rule could give the role. */
  readonly narrowSubjects: boolean;
  /** Where the portal sends a source identity, nothing without one. */
  readonly requireSourceIdentity: boolean;
  /** The portal's own IAM user or role; null as long as nobody has said. */
  readonly principalArn: string | null;
  /** For `idp-oidc`: the `sub` of each person. Empty: everybody who can sign in there. */
  readonly subjects: readonly string[];
};

/** What is known of the portal and its identity providers. */
export type TrustSource = {
  readonly config: LoadedConfig;
  /** By id of the SAML identity provider; absent where its metadata cannot be had. */
  readonly entityIds: ReadonlyMap<string, string>;
  /** Whose people could hold the role. */
  readonly holderIdps: (role: GrantableRole) => readonly string[];
  /** What a role that declares none should use. */
  readonly suggestExternalId: (role: GrantableRole) => string;
};

type Plan = (role: GrantableRole, source: TrustSource, choice: TrustChoice) => Proof | null;

/** An IAM user's MFA is as good as fresh for an hour. */
const MAX_MFA_AGE_SECONDS = 3600;

function portalSubjects(role: GrantableRole, { holderIdps, config }: TrustSource, choice: TrustChoice): Subjects {
  if (!choice.narrowSubjects) return null;
  const holders = holderIdps(role);
  const idps = holders.length > 0 ? holders : config.identityProviders.map(({ id }) => id);
  // lib/issuer/subject: whatever stands behind the first colon, no id of an identity provider holds one.
  return { operator: "StringLike", values: idps.map((idp) => `${idp}:*`) };
}

const planPortalOidc: Plan = (role, source, choice) => ({
  via: "portal-oidc",
  provider: role.provider ?? "",
  audience: AWS_AUDIENCE,
  subjects: portalSubjects(role, source, choice),
});

const planPortalSaml: Plan = (role, source, choice) => ({
  via: "portal-saml",
  provider: role.provider ?? "",
  recipient: buildSamlRecipient(role.partition),
  issuer: source.config.issuer.samlEntityId,
  subjects: portalSubjects(role, source, choice),
});

const findIdp = ({ config }: TrustSource, role: GrantableRole) =>
  config.identityProviders.find(({ id }) => id === role.idp);

const planIdpOidc: Plan = (role, source, { subjects }) => {
  const idp = findIdp(source, role);
  if (idp?.type !== "oidc") return null;
  return {
    via: "idp-oidc",
    provider: role.provider ?? "",
    audience: idp.clientId,
    subjects: subjects.length === 0 ? null : { operator: "StringEquals", values: subjects },
  };
};

const planIdpSaml: Plan = (role, source) => {
  const idp = findIdp(source, role);
  if (idp?.type !== "saml") return null;
  return {
    via: "idp-saml",
    provider: role.provider ?? "",
    recipient: idp.aws?.recipient ?? buildServiceProvider(source.config.portal.url, idp.id).acsUrl,
    issuer: source.entityIds.get(idp.id) ?? null,
    subjects: null,
  };
};

const planAssumeRole: Plan = (role, source, choice) => {
  const principalArn = role.hubRole ?? choice.principalArn;
  if (principalArn === null) return null;
  return {
    via: "assume-role",
    principalArn,
    externalId: role.externalId ?? source.suggestExternalId(role),
    // Behind a hub it is the hub that asks for the code.
    mfa: role.hubRole === null && role.mfaSerial !== null,
  };
};

const planSessionToken: Plan = (role) => ({
  via: "session-token",
  userAccountId: null,
  externalId: role.externalId,
  maxMfaAgeSeconds: MAX_MFA_AGE_SECONDS,
});

const PLANS: Record<GrantableRole["via"], Plan> = {
  "portal-oidc": planPortalOidc,
  "portal-saml": planPortalSaml,
  "idp-oidc": planIdpOidc,
  "idp-saml": planIdpSaml,
  "assume-role": planAssumeRole,
  // GetFederationToken asks no role.
  "federation-token": () => null,
  "session-token": planSessionToken,
};

const isConstant = (template: string) => listPlaceholders(template).length === 0;

/** The tags that a session of this role is made with. An identity provider's own proof may carry any. */
export function planTags(role: GrantableRole): TagPlan {
  if (!carriesTags(role)) return { kind: "any" };
  const { tags, transitiveTags } = carriedAttributes(role);
  // Behind a hub, transitive tags are inherited instead of sent.
  const isInherited = (key: string) => role.hubRole !== null && transitiveTags.includes(key);
  const listed = Object.entries(tags).map(
    ([key, template]): PlannedTag => ({
      key,
      value: isConstant(template) ? template : null,
      required: !isInherited(key),
    }),
  );
  const reason: PlannedTag[] =
    role.reason === null ? [] : [{ key: role.reason.tag, value: null, required: role.reason.required }];
  const all = [...listed, ...reason];
  return all.length === 0 ? { kind: "none" } : { kind: "listed", tags: all, transitiveKeys: transitiveTags };
}

function planSourceIdentity(role: GrantableRole, choice: TrustChoice): TrustPlan["sourceIdentity"] {
  if (!carriesTags(role)) return "allowed";
  if (carriedAttributes(role).sourceIdentity === null) return "none";
  return choice.requireSourceIdentity ? "required" : "allowed";
}

/** What lib/aws/session-name leaves of a template's beginning, whoever signs in: its first plain letters, at most 40. */
function findSessionNamePrefix({ via, sessionName }: GrantableRole): string {
  if (via === "idp-saml" || sessionName === null) return "";
  const [literal = ""] = sessionName.split("{");
  const [prefix = ""] = /^[\w+=,.@][\w+=,.@-]{0,39}/.exec(literal) ?? [];
  return prefix.replace(/-+$/, "");
}

/** Whom the role has to trust for exactly what the portal sends; null as long as something is missing. */
export function planTrust(role: GrantableRole, source: TrustSource, choice: TrustChoice): TrustPlan | null {
  const proof = PLANS[role.via](role, source, choice);
  if (proof === null) return null;
  return {
    proof,
    tags: planTags(role),
    sourceIdentity: planSourceIdentity(role, choice),
    sessionNamePrefix: findSessionNamePrefix(role),
  };
}
