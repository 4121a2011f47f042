"use client";
import { useEffect } from "react";

/** From here on a query may be a link that is too long for a sign-in. */
const LONG_QUERY = 1500;

async function follow(): Promise<void> {
  const [{ resolveFragment }, { resolveKept }] = await Promise.all([
    import("./follow-fragment"),
    import("./kept-return"),
  ]);
  const next = resolveFragment(window.location) ?? resolveKept(window.location, window.sessionStorage);
  if (next !== null) window.location.replace(next);
}

/** Follows what of an address no server sees or keeps. What it takes to read that is loaded only for such an address. */
export function FragmentLink() {
  useEffect(() => {
    const { hash, search } = window.location;
    if (hash.length > 1 || search.length > LONG_QUERY || search === "?kept=1") void follow().catch(() => undefined);
  }, []);
  return null;
}
