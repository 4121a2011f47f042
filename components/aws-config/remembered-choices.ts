const KEY = "gatehouse-aws-config";

/** What was chosen last on this device, as a query. Storage may be switched off. */
export function findRememberedQuery(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

export function saveRememberedQuery(query: string): void {
  try {
    localStorage.setItem(KEY, query);
  } catch {
    // A private window: it is chosen again next time.
  }
}
