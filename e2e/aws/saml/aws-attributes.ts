import { parseSessionTags, type SessionTag } from "#lib/aws/session-tags";
import { parseSourceIdentity } from "#lib/aws/source-identity";
import { invalidIdentityToken, type Refusal } from "../refusal";
import type { Assertion } from "./assertion";

const PREFIX = "https://aws.amazon.com/SAML/Attributes/";
const TAG = `${PREFIX}PrincipalTag:`;

export type AwsAttributes = {
  readonly sessionName: string;
  readonly sessionTags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
};

/** Each value names a role and a provider, in either order. */
export function namesRole(assertion: Assertion, roleArn: string, providerArn: string): boolean {
  return (assertion.attributes[`${PREFIX}Role`] ?? []).some((value) => {
    const parts = value.split(",").map((part) => part.trim());
    return parts.length === 2 && parts.includes(roleArn) && parts.includes(providerArn);
  });
}

/** The attributes that AWS defines, checked as it checks them. IAM User Guide, id_roles_providers_create_saml_assertions. */
export function readAwsAttributes(assertion: Assertion): AwsAttributes | Refusal {
  const { attributes } = assertion;
  const [sessionName, ...moreNames] = attributes[`${PREFIX}RoleSessionName`] ?? [];
  if (sessionName === undefined) return invalidIdentityToken("RoleSessionName is required in AuthnResponse");
  if (moreNames.length > 0 || !/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
    return invalidIdentityToken("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}");
  }
  const [sourceIdentity = null, ...moreIdentities] = attributes[`${PREFIX}SourceIdentity`] ?? [];
  if (moreIdentities.length > 0 || (sourceIdentity !== null && !parseSourceIdentity(sourceIdentity).ok)) {
    return invalidIdentityToken('Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"');
  }
  const tags = Object.entries(attributes).filter(([name]) => name.startsWith(TAG));
  const several = tags.find(([, values]) => values.length !== 1);
  if (several) return invalidIdentityToken(`${several[0]} must have exactly one value`);
  const sessionTags = parseSessionTags(
    Object.fromEntries(tags.map(([name, [value = ""]]) => [name.slice(TAG.length), value])),
  );
  if (!sessionTags.ok) return invalidIdentityToken(`Session tag ${sessionTags.error.key}: ${sessionTags.error.reason}`);
  const transitiveTagKeys = attributes[`${PREFIX}TransitiveTagKeys`] ?? [];
  return { sessionName, sessionTags: sessionTags.value, transitiveTagKeys, sourceIdentity };
}

/**
 * The SessionDuration attribute, null when absent. It is meant for AWS's own SAML sign-in page; on the API it can only
 * shorten. Refuses what is no integer from 900 to 43200.
 */
export function readSessionDuration(assertion: Assertion): number | null | Refusal {
  const [text, ...more] = assertion.attributes[`${PREFIX}SessionDuration`] ?? [];
  if (text === undefined) return null;
  const seconds = /^\d{1,6}$/.test(text) && more.length === 0 ? Number(text) : 0;
  if (seconds >= 900 && seconds <= 43_200) return seconds;
  return invalidIdentityToken("SessionDuration in AuthnResponse must be an integer from 900 to 43200");
}
