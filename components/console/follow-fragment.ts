const SHORTCUT = /^#\/console\/?\?/;

/** Targets within the portal's own pages: the skip link's. */
const OWN_TARGETS: ReadonlySet<string> = new Set(["", "#", "#main"]);

/**
 * `#/console?account_id=…&role_name=…&destination=…`, as IAM Identity Center writes its shortcut links ("Create shortcut
 * links to AWS Management Console destinations"), as the portal's own link. Null for anything else.
 */
function toGoPath(fragment: string): string | null {
  if (!SHORTCUT.test(fragment)) return null;
  const given = new URLSearchParams(fragment.replace(SHORTCUT, ""));
  const account = given.get("account_id")?.trim() ?? "";
  if (account === "") return null;
  const query = new URLSearchParams({ account });
  for (const [from, to] of [
    ["role_name", "role"],
    ["destination", "destination"],
  ] as const) {
    const value = given.get(from);
    if (value) query.set(to, value);
  }
  return `/go?${query}`;
}

/** A console address may have a fragment of its own, and in a link written by hand it stands at the end, unescaped. */
function withFragment(path: string, fragment: string): string | null {
  const url = new URL(path, "https://portal.invalid");
  const destination = url.searchParams.get("destination") ?? "";
  if (url.pathname !== "/go" || destination === "" || destination.includes("#")) return null;
  url.searchParams.set("destination", destination + fragment);
  return url.pathname + url.search;
}

const toSignIn = (callbackUrl: string) => `/sign-in?${new URLSearchParams({ callbackUrl })}`;

/**
 * Where the browser goes on to for the fragment of its address, which no server sees: from `/` to the console's page of
 * the portal; from the sign-in page to itself, with the fragment kept in `callbackUrl`, since the way through an identity
 * provider loses it. Always a path of the portal's own; null: nowhere.
 */
export function resolveFragment({ pathname, search, hash }: Pick<URL, "pathname" | "search" | "hash">): string | null {
  if (OWN_TARGETS.has(hash)) return null;
  const shortcut = toGoPath(hash);
  if (pathname !== "/sign-in") return shortcut ?? withFragment(pathname + search, hash);
  const query = new URLSearchParams(search);
  const goingTo = query.get("callbackUrl") ?? "/";
  const target = shortcut ?? (goingTo.startsWith("/go?") ? withFragment(goingTo, hash) : null);
  if (target === null) return null;
  const begin = query.get("begin");
  return toSignIn(target) + (begin === null ? "" : `&${new URLSearchParams({ begin })}`);
}
