import "server-only";
import type { OidcProviderConfig } from "#lib/config/identity-provider-schema";
import { isMultiTenantIssuer } from "#lib/config/multi-tenant-issuer";
import type { Identity } from "#lib/identity";
import type { OidcPreset } from "#lib/idp/presets";
import { err, ok, type Result } from "#lib/result";
import { type Claims, findText } from "./claim-value";
import { readEmail } from "./email";
import { type Groups, readGroups } from "./groups";
import { readOtherClaims } from "./other-claims";
import type { OidcRefusal } from "./refusal";

type Provider = Pick<OidcProviderConfig, "id" | "issuer" | "claims" | "groupsSeparator">;

export type IdentitySource = {
  /** Of an ID token that `verifyIdToken` accepted. */
  readonly claims: Claims & { readonly sub: string };
  /** The answer of the userinfo endpoint, where it was asked. */
  readonly userinfo?: Claims;
  readonly provider: Provider;
  readonly preset: OidcPreset;
};

function combineGroups(fromToken: Groups, fromUserinfo: Groups | null): Groups {
  // The signed token has the last word; userinfo fills in for groups that are not in it.
  if (fromToken.groupsProblem === null || fromToken.groupsProblem === "groups_malformed") return fromToken;
  if (fromUserinfo === null || fromUserinfo.groupsProblem === "groups_missing") return fromToken;
  return fromUserinfo;
}

/**
 * Who signed in, from verified claims. The person is (provider, `sub`): e-mail, name and groups describe, they never
 * identify. Groups that are missing, replaced by a link, or in no known shape come out as none, with the reason. Refuses a
 * userinfo answer about another subject, or none (OpenID Connect Core 1.0, 5.3.2).
 */
export function toIdentity({ claims, userinfo, provider, preset }: IdentitySource): Result<Identity, OidcRefusal> {
  if (userinfo !== undefined && userinfo.sub !== claims.sub) return err({ code: "oidc_userinfo_subject_mismatch" });
  const names = {
    email: provider.claims.email ?? preset.claims.email,
    name: provider.claims.name ?? preset.claims.name,
    groups: provider.claims.groups ?? preset.claims.groups,
  };
  const sources = userinfo === undefined ? [claims] : [claims, userinfo];
  const groupsOf = (source: Claims) => readGroups(source, names.groups, provider.groupsSeparator);
  const { groups, groupsProblem } = combineGroups(groupsOf(claims), userinfo === undefined ? null : groupsOf(userinfo));
  const proofClaim = isMultiTenantIssuer(provider.issuer) ? preset.foreignEmailProof : null;
  // Whether an address is verified is said beside it, so each source is read by itself.
  const emailSource = sources.find((source) => findText(source, names.email) !== null);
  const nameSource = sources.find((source) => findText(source, names.name) !== null);
  // An address that does not count must not come back as {claims.email}.
  const taken = new Set([names.groups, names.email, names.name, "email", "email_verified"]);
  return ok({
    idp: provider.id,
    protocol: "oidc",
    subject: claims.sub,
    email: emailSource === undefined ? null : readEmail(emailSource, names.email, proofClaim),
    name: nameSource === undefined ? null : findText(nameSource, names.name),
    groups,
    groupsProblem,
    claims: readOtherClaims({ ...userinfo, ...claims }, taken),
  });
}
