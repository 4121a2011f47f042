/** STS allows five minutes of skew on `exp`, but not every STS does, and the call itself takes time. */
const MARGIN_MS = 60_000;

/** AssumeRoleWithWebIdentity, WebIdentityToken: at most 20,000 characters. */
const MAX_LENGTH = 20_000;

/**
 * Whether an ID token can still be shown to AWS: `stale` once its end is less than a minute away (renew it, or send the
 * person through the identity provider), `too_long` when STS would not take it whatever its age (hundreds of groups in it).
 */
export function resolveTokenUse(token: { idToken: string; expiresAt: Date; now: Date }): "live" | "stale" | "too_long" {
  if (token.idToken.length > MAX_LENGTH) return "too_long";
  return token.expiresAt.getTime() - token.now.getTime() > MARGIN_MS ? "live" : "stale";
}
