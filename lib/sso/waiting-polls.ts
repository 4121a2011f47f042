import { pollsTooFast } from "./token-life";

export type WaitingPoll = {
  /** Which authorization it asks about. */
  readonly userCode: string;
  readonly expiresAt: Date;
  readonly polls: number;
  readonly lastAt: Date;
};

/** More are answered in full: nothing here grows without bound. */
const MOST = 20_000;

/**
 * Polls that came before and were told to wait, by a hash of their whole body: a program sends the same one until its person has
 * decided, so that nothing of it needs to be checked again. What is decided or expired is no longer here.
 */
export type WaitingPolls = {
  readonly add: (bodyHash: string, poll: WaitingPoll) => void;
  /** What this poll is told; null when it has to be answered in full. */
  readonly answer: (bodyHash: string, now: Date) => "AuthorizationPendingException" | "SlowDownException" | null;
  readonly size: () => number;
  /** Forgets those of these authorizations, and all whose time is over. */
  readonly forget: (userCodes: ReadonlySet<string>, now: Date) => void;
  readonly clear: () => void;
};

export function createWaitingPolls(): WaitingPolls {
  const waiting = new Map<string, WaitingPoll>();
  return {
    add(bodyHash, poll) {
      if (waiting.size < MOST) waiting.set(bodyHash, poll);
    },
    answer(bodyHash, now) {
      const poll = waiting.get(bodyHash);
      if (poll === undefined || poll.expiresAt <= now) return null;
      const polls = poll.polls + 1;
      waiting.set(bodyHash, { ...poll, polls, lastAt: now });
      const isTooFast = pollsTooFast({ number: polls, before: poll.lastAt, at: now });
      return isTooFast ? "SlowDownException" : "AuthorizationPendingException";
    },
    size: () => waiting.size,
    forget(userCodes, now) {
      for (const [bodyHash, poll] of waiting)
        if (poll.expiresAt <= now || userCodes.has(poll.userCode)) waiting.delete(bodyHash);
    },
    clear: () => waiting.clear(),
  };
}
