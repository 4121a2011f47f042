const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** Parses `15m`, `9h`, `3600s`, `90d` or `1h30m` to seconds; null when it is none of these. */
export function parseDuration(text: string): number | null {
  if (!/^(\d{1,7}[smhd])+$/.test(text)) return null;
  let total = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)([smhd])/g)) {
    if (unit === "s" || unit === "m" || unit === "h" || unit === "d") total += Number(count) * SECONDS[unit];
  }
  return total;
}
