/** Programs renew when a quarter of an hour is left, and must not do so at each call. */
const ACCESS_MS = 3_600_000;

export const DEVICE_CODE_SECONDS = 600;
export const POLL_INTERVAL_SECONDS = 5;
export const AUTHORIZATION_CODE_SECONDS = 120;
/** As long as AWS's own registrations live. */
export const REGISTRATION_SECONDS = 90 * 86_400;

/**
 * Two processes that renew at the same moment send the same refresh token; so does one whose answer was lost, which tries again
 * after a minute.
 */
const GRACE_MS = 120_000;
/** A client's clock and the way here make an interval look shorter than it was. */
const POLL_TOLERANCE_MS = 1000;

/**
 * When an access token ends: after an hour, or with the sign-in to the portal. A program that cannot renew has it until then,
 * as profiles without `sso_session` have with AWS.
 */
export function accessExpiry(now: Date, sign: { readonly renewable: boolean; readonly endsAt: Date }): Date {
  if (!sign.renewable) return sign.endsAt;
  return new Date(Math.min(now.getTime() + ACCESS_MS, sign.endsAt.getTime()));
}

/**
 * Whether this poll comes too soon after the one before (RFC 8628, 3.5). The first two may come at once: the AWS CLI asks
 * before it shows the code and straight after, and each `slow_down` would make its person wait five seconds more.
 */
export function pollsTooFast(poll: {
  readonly number: number;
  readonly before: Date | null;
  readonly at: Date;
}): boolean {
  if (poll.number <= 2 || poll.before === null) return false;
  return poll.at.getTime() - poll.before.getTime() < POLL_INTERVAL_SECONDS * 1000 - POLL_TOLERANCE_MS;
}

/** A refresh token that comes again: within the grace by somebody honest; later, one of the two stole it (RFC 9700, 4.14.2). */
export function isReuse(replacedAt: Date | null, now: Date): boolean {
  return replacedAt !== null && now.getTime() - replacedAt.getTime() > GRACE_MS;
}

/** How often a sign-in may have been renewed at that age: far beyond any program's need, and no more than rows can be kept. */
export function renewalsAllowed(ageMs: number): number {
  return 30 + Math.floor(ageMs / 60_000);
}
