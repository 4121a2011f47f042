import type { LeaseOffer } from "./lease";

const HOUR = 3600;
const STEPS = [HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR];

/** How long a lease may live, to choose from, ascending; the longest is the last. Seconds. */
export function listLives({
  minSeconds,
  maxSeconds,
}: Pick<LeaseOffer, "minSeconds" | "maxSeconds">): readonly number[] {
  // A step that is all but the longest would only be a second name for it.
  const steps = STEPS.filter((step) => step >= minSeconds && step < maxSeconds - 60);
  return [...steps, maxSeconds];
}
