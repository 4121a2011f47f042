import { listDurationChoices } from "../credentials/duration-choices";
import { durationText } from "../ui/duration-text";
import type { OfferedDuration } from "./session-offer";

const LONG_STEPS_SECONDS = [86_400, 129_600] as const;

/** The durations to choose from, ascending: the steps of every role, a day, a day and a half, and the limit itself. */
export function listSessionDurations(maxSeconds: number, currentSeconds: number): readonly number[] {
  const long = LONG_STEPS_SECONDS.filter((step) => step <= maxSeconds);
  return [...new Set([...listDurationChoices(maxSeconds, currentSeconds), ...long])].sort((a, b) => a - b);
}

const REASONS: Readonly<Record<OfferedDuration["limitedBy"], (limit: string) => string>> = {
  role: (limit) => `The role allows up to ${limit}.`,
  path: (limit) => `AWS gives an IAM user up to ${limit}.`,
  session: (limit) => `Up to ${limit}: credentials end with your sign-in to the portal.`,
};

/** Why it cannot be longer. */
export const limitText = ({ limitedBy, maxSeconds }: OfferedDuration): string =>
  REASONS[limitedBy](durationText(maxSeconds));
