import type { LeaseOffer } from "./lease";

const HOUR = 3600;
const STEPS = [HOUR, 4 * HOUR, 8 * HOUR, 12 * HOUR, 24 * HOUR, 72 * HOUR, 168 * HOUR];

/** How long a lease may live, to choose from, ascending; the longest is offered beside these. Seconds. */
export function listLives({ maxSeconds }: Pick<LeaseOffer, "maxSeconds">): readonly number[] {
  // A step that is all but the longest would only be a second name for it.
  return STEPS.filter((step) => step < maxSeconds - 60);
}
