const KEY = "gatehouse-return";
const KEPT = "/go?kept=1";

/** The way back travels through a sign-in in a cookie, of which browsers take 4,096 bytes (RFC 6265, 6.1). */
const LONGEST_COOKIE = 3000;

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/**
 * A link that is too long for the way through an identity provider waits in the tab's own storage: at the sign-in page it
 * is put there, and taken out where the sign-in leads to. Null: there is nothing to do.
 */
export function resolveKept({ pathname, search }: Pick<URL, "pathname" | "search">, store: Store): string | null {
  if (pathname + search === KEPT) {
    const kept = store.getItem(KEY) ?? "";
    store.removeItem(KEY);
    return kept.startsWith("/go?") && kept !== KEPT ? kept : null;
  }
  if (pathname !== "/sign-in") return null;
  const query = new URLSearchParams(search);
  const target = query.get("callbackUrl") ?? "";
  if (!target.startsWith("/go?") || encodeURIComponent(target).length <= LONGEST_COOKIE) return null;
  store.setItem(KEY, target);
  query.set("callbackUrl", KEPT);
  return `/sign-in?${query}`;
}
