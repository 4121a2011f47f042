const MINUTE_MS = 60_000;

/** Minutes before the end at which somebody is told. */
const STAGES = [2, 10] as const;

type Expiring = { readonly id: string; readonly expiresAt: string };

export type ExpiryNotice<T> = {
  readonly session: T;
  readonly stage: (typeof STAGES)[number];
  /** Rounded up: "1 minute" until the end itself. */
  readonly minutesLeft: number;
  /** What is said once: of this session, at this stage. */
  readonly key: string;
};

const leftMs = ({ expiresAt }: Expiring, now: Date) => Date.parse(expiresAt) - now.getTime();

/** What ends within ten minutes, the next first. What has ended is nothing to be told about any more. */
export function listNotices<T extends Expiring>(sessions: readonly T[], now: Date): readonly ExpiryNotice<T>[] {
  return sessions
    .flatMap((session) => {
      const left = leftMs(session, now);
      const stage = STAGES.find((minutes) => left <= minutes * MINUTE_MS);
      if (stage === undefined || left <= 0) return [];
      return [{ session, stage, minutesLeft: Math.ceil(left / MINUTE_MS), key: `${session.id}:${stage}` }];
    })
    .sort((a, b) => leftMs(a.session, now) - leftMs(b.session, now));
}

/**
 * How long nothing changes: until something comes within ten minutes, or another minute of it passes. At most a minute, since
 * a timer that slept with its machine rings late.
 */
export function nextLookMs(sessions: readonly Expiring[], now: Date): number {
  const changes = sessions.flatMap((session) => {
    const left = leftMs(session, now);
    const tenMinutes = STAGES[1] * MINUTE_MS;
    if (left <= 0) return [];
    return [left > tenMinutes ? left - tenMinutes : ((left - 1) % MINUTE_MS) + 1];
  });
  return Math.min(MINUTE_MS, ...changes);
}
