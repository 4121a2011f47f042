/** The entries whose key stands earlier in the list already, with the place of the first. Entries without a key do not count. */
export function findDuplicates<T>(
  entries: readonly T[],
  keyOf: (entry: T) => string | undefined,
): { index: number; first: number; key: string }[] {
  const seen = new Map<string, number>();
  const duplicates: { index: number; first: number; key: string }[] = [];
  for (const [index, entry] of entries.entries()) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else duplicates.push({ index, first, key });
  }
  return duplicates;
}
