import "server-only";
import type { KeyObject } from "node:crypto";
import { SignJWT } from "jose";
import type { SessionTag } from "#lib/aws/session-tags";

/** AWS's own name as audience of the portal's tokens; the IAM provider lists it as client id. */
export const AWS_AUDIENCE = "sts.amazonaws.com";

/** It is used at once and once. */
export const ID_TOKEN_SECONDS = 5 * 60;

export type IdTokenRequest = {
  readonly issuer: string;
  readonly key: { readonly kid: string; readonly signer: KeyObject };
  readonly subject: string;
  readonly tags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | null;
  readonly now: Date;
  /** Unique for each token. */
  readonly jti: string;
};

const TAGS = "https://aws.amazon.com/tags";
const SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";

/** Nested form; each value is a list of exactly one (IAM User Guide, "Pass session tags in STS"). */
function tagClaim({ tags, transitiveTagKeys }: IdTokenRequest) {
  if (tags.length === 0) return {};
  const principal = Object.fromEntries(tags.map(({ key, value }) => [key, [value]]));
  return { [TAGS]: { principal_tags: principal, transitive_tag_keys: [...transitiveTagKeys] } };
}

/**
 * An ID token for AssumeRoleWithWebIdentity, signed RS256, of five minutes. It carries the session tags and the source
 * identity, which the call itself has no parameters for. No `azp`: it would replace the audience that IAM compares.
 */
export function issueIdToken(request: IdTokenRequest): Promise<string> {
  const issuedAt = Math.floor(request.now.getTime() / 1000);
  const sourceIdentity = request.sourceIdentity === null ? {} : { [SOURCE_IDENTITY]: request.sourceIdentity };
  return new SignJWT({ ...tagClaim(request), ...sourceIdentity })
    .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: request.key.kid })
    .setIssuer(request.issuer)
    .setSubject(request.subject)
    .setAudience(AWS_AUDIENCE)
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + ID_TOKEN_SECONDS)
    .setJti(request.jti)
    .sign(request.key.signer);
}
