import { z } from "zod";
import { parseSessionTags, type SessionTag } from "#lib/aws/session-tags";
import { parseSourceIdentity } from "#lib/aws/source-identity";
import { invalidIdentityToken, isRefusal, type Refusal } from "../refusal";
import type { Claims } from "./decode-token";

type AwsClaims = {
  readonly sessionTags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
  /** The token names this role in its `roles` claim. */
  readonly authorizedByIdp: boolean;
};
type RawTags = { readonly tags: Readonly<Record<string, string>>; readonly transitiveTagKeys: readonly string[] };

const TAGS = "https://aws.amazon.com/tags";
const FLAT = `${TAGS}/principal_tags/`;
const SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";
const ROLES = "https://aws.amazon.com/roles";

const nestedSchema = z.object({
  principal_tags: z.record(z.string(), z.tuple([z.string()])).default({}),
  transitive_tag_keys: z.array(z.string()).default([]),
});
const flatSchema = z.record(z.string(), z.string());

/** What the token says to AWS: session tags in either of the two forms, source identity, roles. */
export function readAwsClaims(claims: Claims, roleArn: string): AwsClaims | Refusal {
  const raw = TAGS in claims ? readNestedTags(claims[TAGS]) : readFlatTags(claims);
  if (isRefusal(raw)) return raw;
  const sessionTags = parseSessionTags(raw.tags);
  if (!sessionTags.ok) return invalidIdentityToken(`Session tag ${sessionTags.error.key}: ${sessionTags.error.reason}`);
  const stray = raw.transitiveTagKeys.find((key) => !sessionTags.value.some((tag) => sameKey(tag.key, key)));
  if (stray !== undefined) return invalidIdentityToken(`Transitive tag key ${stray} is not among the session tags`);
  const sourceIdentity = claims[SOURCE_IDENTITY] === undefined ? null : String(claims[SOURCE_IDENTITY]);
  if (sourceIdentity !== null && !parseSourceIdentity(sourceIdentity).ok) {
    return invalidIdentityToken('Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with "aws:"');
  }
  const authorizedByIdp = isAuthorizedByIdp(claims[ROLES], roleArn);
  if (authorizedByIdp === "other_roles") return invalidIdentityToken("The token does not authorize the requested role");
  return { sessionTags: sessionTags.value, transitiveTagKeys: raw.transitiveTagKeys, sourceIdentity, authorizedByIdp };
}

const sameKey = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Each value must be a list of exactly one text. */
function readNestedTags(claim: unknown): RawTags | Refusal {
  const parsed = nestedSchema.safeParse(claim);
  if (!parsed.success) return invalidIdentityToken("principal_tags passed in claim is not in correct format.");
  const tags = Object.entries(parsed.data.principal_tags).map(([key, [value]]) => [key, value] as const);
  return { tags: Object.fromEntries(tags), transitiveTagKeys: parsed.data.transitive_tag_keys };
}

/** Here the values are plain texts. */
function readFlatTags(claims: Claims): RawTags | Refusal {
  const entries = Object.entries(claims).filter(([name]) => name.startsWith(FLAT));
  const tags = flatSchema.safeParse(
    Object.fromEntries(entries.map(([name, value]) => [name.slice(FLAT.length), value])),
  );
  const keys = z.array(z.string()).safeParse(claims[`${TAGS}/transitive_tag_keys`] ?? []);
  if (!tags.success || !keys.success) {
    return invalidIdentityToken("principal_tags passed in claim is not in correct format.");
  }
  return { tags: tags.data, transitiveTagKeys: keys.data };
}

function isAuthorizedByIdp(claim: unknown, roleArn: string): boolean | "other_roles" {
  if (claim === undefined || claim === null) return false;
  const names: unknown[] = Array.isArray(claim) ? claim : String(claim).split(";");
  return names.some((name) => typeof name === "string" && name.trim() === roleArn) ? true : "other_roles";
}
