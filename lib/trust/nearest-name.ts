/** Number of letters to insert, remove or replace; gives up beyond `limit`. */
function measureDistance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let position = 1; position <= one.length; position++) {
    const next = [position];
    for (let index = 1; index <= other.length; index++) {
      const replaced = (row[index - 1] ?? 0) + (one[position - 1] === other[index - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[index] ?? 0) + 1, (next[index - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The known name that a mistyped one was most likely meant to be; `null` when none is near. Case does not count. */
export function findNearest(name: string, known: readonly string[]): string | null {
  const limit = Math.max(2, Math.floor(name.length / 4));
  const ranked = known
    .filter((one) => Math.abs(one.length - name.length) <= limit)
    .map((one) => ({ one, distance: measureDistance(name.toLowerCase(), one.toLowerCase(), limit) }))
    .sort((left, right) => left.distance - right.distance);
  const [best] = ranked;
  return best === undefined || best.distance > limit ? null : best.one;
}
