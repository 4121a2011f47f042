import { listDurationChoices } from "../credentials/duration-choices";

const LONG_STEPS_SECONDS = [86_400, 129_600] as const;

/** The durations to choose from, ascending: the steps of every role, a day, a day and a half, and the limit itself. */
export function listSessionDurations(maxSeconds: number, currentSeconds: number): readonly number[] {
  const long = LONG_STEPS_SECONDS.filter((step) => step <= maxSeconds);
  return [...new Set([...listDurationChoices(maxSeconds, currentSeconds), ...long])].sort((a, b) => a - b);
}
