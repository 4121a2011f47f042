const STEPS_SECONDS = [900, 1800, 3600, 7200, 14_400, 28_800, 43_200] as const;

/** The durations to choose from: whole steps up to the limit, the limit itself, and what holds now. Seconds, ascending. */
export function listDurationChoices(maxSeconds: number, currentSeconds: number): readonly number[] {
  const steps = STEPS_SECONDS.filter((step) => step <= maxSeconds);
  return [...new Set([...steps, maxSeconds, currentSeconds])].sort((a, b) => a - b);
}
