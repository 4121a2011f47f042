import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import type { GroupsProblem, Identity } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import type { VerifiedResponse } from "./verify-response";

/** Where a vendor puts what the portal reads; the first name that has values counts. */
export type AttributeNames = {
  readonly email: readonly string[];
  readonly name: readonly string[];
  readonly groups: readonly string[];
};

export type IdentityRefusal = { readonly code: "saml_subject_missing" };

type Attributes = VerifiedResponse["attributes"];

/** What Entra sends instead of groups when there are over 150 (Microsoft, "Configure group claims"). */
const OVERAGE_LINK = "http://schemas.microsoft.com/claims/groups.link";

function valuesOf(
  attributes: Attributes,
  configured: string | undefined,
  preset: readonly string[],
): readonly string[] | null {
  const names = configured === undefined ? preset : [configured];
  const found = names.find((name) => (attributes.get(name) ?? []).length > 0);
  if (found !== undefined) return attributes.get(found) ?? null;
  return names.some((name) => attributes.has(name)) ? [] : null;
}

type Groups = { readonly groups: readonly string[]; readonly groupsProblem: GroupsProblem | null };

/** Groups exactly as sent: neither trimmed nor folded. None at all ends in a problem, never in a default. */
function readGroups(attributes: Attributes, provider: SamlProviderConfig, preset: AttributeNames): Groups {
  const values = valuesOf(attributes, provider.attributes.groups, preset.groups);
  const { groupsSeparator } = provider;
  const split = (values ?? []).flatMap((value) =>
    groupsSeparator === undefined ? [value] : value.split(groupsSeparator),
  );
  const groups = [...new Set(split)].filter((group) => group !== "");
  if (groups.length === 0 && attributes.has(OVERAGE_LINK)) return { groups, groupsProblem: "groups_overage" };
  return { groups, groupsProblem: values === null ? "groups_missing" : null };
}

function readSubject(verified: VerifiedResponse, provider: SamlProviderConfig): string | null {
  const name = provider.attributes.subject;
  if (name === undefined) return verified.nameId.value;
  const [subject, ...more] = verified.attributes.get(name) ?? [];
  return subject !== undefined && subject.trim() !== "" && more.length === 0 ? subject : null;
}

/**
 * The person a verified response is about. The subject is the NameID or the one value of the configured attribute;
 * several values or none are refused. E-mail and name are for show and templates; they identify nobody.
 */
export function toIdentity(
  verified: VerifiedResponse,
  provider: SamlProviderConfig,
  preset: AttributeNames,
): Result<Identity, IdentityRefusal> {
  const { attributes } = verified;
  const subject = readSubject(verified, provider);
  if (subject === null) return err({ code: "saml_subject_missing" });
  return ok({
    idp: provider.id,
    protocol: "saml",
    subject,
    email: valuesOf(attributes, provider.attributes.email, preset.email)?.[0] ?? null,
    name: valuesOf(attributes, provider.attributes.name, preset.name)?.[0] ?? null,
    ...readGroups(attributes, provider, preset),
    claims: Object.fromEntries(attributes),
  });
}
