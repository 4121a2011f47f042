export type Freshness = "fresh" | "soon" | "expired";

/** From here on a person should think of asking again. */
export const SOON_MS = 5 * 60_000;

export type Countdown = {
  readonly freshness: Freshness;
  /** Never below 0. */
  readonly remainingMs: number;
  /** "11 h 59 min", "59 min 12 s", "12 s" or "expired". */
  readonly text: string;
};

function formatRemaining(remainingMs: number): string {
  // Rounded up, so that "expired" appears at the instant itself and no "0 s" before it.
  const seconds = Math.ceil(remainingMs / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  return minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
}

/** How long credentials still hold, for the eye. */
export function countdown(expiresAt: Date, now: Date): Countdown {
  const remainingMs = Math.max(0, expiresAt.getTime() - now.getTime());
  if (remainingMs === 0) return { freshness: "expired", remainingMs, text: "expired" };
  return { freshness: remainingMs <= SOON_MS ? "soon" : "fresh", remainingMs, text: formatRemaining(remainingMs) };
}
