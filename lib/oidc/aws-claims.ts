import "server-only";
import { decodeJwt } from "jose";
import { z } from "zod";
import type { SessionTag } from "#lib/aws/session-tags";

/** What AWS reads of an ID token, beside its signature and times. */
export type AwsClaims = {
  readonly issuer: string;
  /** What AWS compares as `aud`: `azp` where there is one (IAM User Guide, reference_policies_iam-condition-keys). */
  readonly audience: string;
  /** The token's own audiences, where `azp` took their place. */
  readonly originalAudiences: readonly string[];
  readonly subject: string;
  readonly amr: readonly string[];
  readonly sessionTags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
};

const TAGS = "https://aws.amazon.com/tags";
const SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

const oneOrMany = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);
const nested = z.object({
  principal_tags: z.record(z.string(), z.array(z.string())).catch({}),
  transitive_tag_keys: z.array(z.string()).catch([]),
});

/** Both forms of IAM User Guide, id_session-tags: nested, each value a list of one, and flat. */
function readTags(claims: Readonly<Record<string, unknown>>): Pick<AwsClaims, "sessionTags" | "transitiveTagKeys"> {
  const known = nested.safeParse(claims[TAGS]);
  if (known.success) {
    const tags = Object.entries(known.data.principal_tags).flatMap(([key, values]) =>
      values.slice(0, 1).map((value) => ({ key, value })),
    );
    return { sessionTags: tags, transitiveTagKeys: known.data.transitive_tag_keys };
  }
  const flat = `${TAGS}/principal_tags/`;
  const sessionTags = Object.entries(claims).flatMap(([name, value]) =>
    name.startsWith(flat) && typeof value === "string" ? [{ key: name.slice(flat.length), value }] : [],
  );
  return { sessionTags, transitiveTagKeys: oneOrMany.parse(claims[`${TAGS}/transitive_tag_keys`] ?? []) };
}

/** Of a token that was verified when it came. Holds nothing that could be shown to anybody in its place. */
export function decodeAwsClaims(idToken: string): AwsClaims {
  const claims = decodeJwt(idToken);
  const audiences = oneOrMany.parse(claims.aud);
  const azp = typeof claims.azp === "string" ? claims.azp : null;
  const source = claims[SOURCE_IDENTITY];
  return {
    issuer: claims.iss ?? "",
    audience: azp ?? audiences[0] ?? "",
    originalAudiences: azp === null ? [] : audiences,
    subject: claims.sub ?? "",
    amr: oneOrMany.parse(claims.amr ?? []),
    ...readTags(claims),
    sourceIdentity: typeof source === "string" ? source : null,
  };
}
