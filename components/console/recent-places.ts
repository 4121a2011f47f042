const KEY = "gatehouse-console-places";
const KEPT = 5;

/** The console pages that were chosen last in this browser, by their keys. Storage may be switched off, or hold anything. */
export function findRecentPlaces(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((key): key is string => typeof key === "string").slice(0, KEPT) : [];
  } catch {
    return [];
  }
}

export function saveRecentPlace(key: string): void {
  try {
    const others = findRecentPlaces().filter((other) => other !== key);
    localStorage.setItem(KEY, JSON.stringify([key, ...others].slice(0, KEPT)));
  } catch {
    // A private window: it is chosen again next time.
  }
}
