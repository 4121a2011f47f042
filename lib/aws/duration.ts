import { err, ok, type Result } from "#lib/result";

/** STS API Reference: DurationSeconds is at least 900 for every AssumeRole call, and 3600 when it is left out. */
export const MIN_DURATION_SECONDS = 900;
export const DEFAULT_DURATION_SECONDS = 3600;

/** What keeps credentials short: the role's MaxSessionDuration, the path into AWS, the portal session, AWS's minimum. */
export type DurationLimit = {
  readonly seconds: number;
  readonly reason: "role" | "path" | "session" | "aws_minimum";
};

type Ceilings = {
  readonly roleMaxSeconds: number;
  /** Longest that the path allows at all: 12 h first-hop, 1 h chained. */
  readonly pathMaxSeconds: number;
  /** `null`: credentials may outlive the portal session. */
  readonly portalSessionRemainingSeconds: number | null;
};

type DurationRequest = Ceilings & {
  readonly requestedSeconds?: number | undefined;
  readonly roleDefaultSeconds?: number | null | undefined;
};

export type ResolvedDuration = {
  readonly durationSeconds: number;
  readonly maxSeconds: number;
  readonly limitedBy: "role" | "path" | "session";
};

/**
 * How long credentials are asked for: what was requested, else the role's default, else an hour, and never more than the
 * tightest ceiling. STS refuses a longer one instead of shortening it. Refused: a request under 15 minutes or not a number, and
 * any request once the tightest ceiling (a portal session near its end) leaves less than 15 minutes.
 */
export function resolveDuration(request: DurationRequest): Result<ResolvedDuration, "duration_below_minimum"> {
  const { maxSeconds, limitedBy } = findCeiling(request);
  const wanted = request.requestedSeconds ?? request.roleDefaultSeconds ?? DEFAULT_DURATION_SECONDS;
  const durationSeconds = Math.min(Math.floor(wanted), maxSeconds);
  // Written so that NaN is refused too.
  if (!(durationSeconds >= MIN_DURATION_SECONDS)) return err("duration_below_minimum");
  return ok({ durationSeconds, maxSeconds, limitedBy });
}

/** All that bounds the choice, the tightest ceiling first, for a person to read. */
export function listDurationLimits(ceilings: Ceilings): DurationLimit[] {
  const upper: DurationLimit[] = [...listCeilings(ceilings)].sort((a, b) => a.seconds - b.seconds);
  return [...upper, { seconds: MIN_DURATION_SECONDS, reason: "aws_minimum" }];
}

function listCeilings(c: Ceilings) {
  const remaining = c.portalSessionRemainingSeconds;
  return [
    { seconds: Math.floor(c.roleMaxSeconds), reason: "role" as const },
    { seconds: Math.floor(c.pathMaxSeconds), reason: "path" as const },
    ...(remaining === null ? [] : [{ seconds: Math.floor(remaining), reason: "session" as const }]),
  ];
}

/** Of equal ceilings the role's is named first: it is the one an administrator can change. */
function findCeiling(c: Ceilings): { maxSeconds: number; limitedBy: ResolvedDuration["limitedBy"] } {
  let maxSeconds = Number.POSITIVE_INFINITY;
  let limitedBy: ResolvedDuration["limitedBy"] = "role";
  for (const ceiling of listCeilings(c)) {
    if (ceiling.seconds >= maxSeconds) continue;
    maxSeconds = ceiling.seconds;
    limitedBy = ceiling.reason;
  }
  return { maxSeconds, limitedBy };
}
