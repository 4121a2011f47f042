"use client";
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { usePreferences } from "../../preferences/preferences-context";
import type { Directory } from "../directory/directory";
import type { RoleSearch } from "./role-search";

type Build = typeof import("./role-search").buildRoleSearch;

/** When nobody asked for it by then, the search is loaded in a quiet moment. */
const QUIET_MS = 1500;

/**
 * The search over the directory; null until it is there. `load` is for whoever is about to type. Its index is made once, and
 * again when the person renames a role.
 */
export function useRoleSearch(directory: Directory): { readonly search: RoleSearch | null; readonly load: () => void } {
  const [build, setBuild] = useState<{ readonly from: Build } | null>(null);
  const isAsked = useRef(false);
  const load = useCallback(() => {
    if (isAsked.current) return;
    isAsked.current = true;
    import("./role-search").then(
      ({ buildRoleSearch }) => startTransition(() => setBuild({ from: buildRoleSearch })),
      () => {
        isAsked.current = false;
      },
    );
  }, []);
  useEffect(() => {
    const timer = setTimeout(load, QUIET_MS);
    return () => clearTimeout(timer);
  }, [load]);
  const own = useOwnWords();
  const search = useMemo(() => {
    if (build === null) return null;
    const known: ReadonlyMap<string, { readonly alias: string | null; readonly score: number }> = new Map(
      JSON.parse(own),
    );
    const built = build.from(
      directory.roles.map(({ account: { accountId, accountName, labels }, role: { roleName, description } }) => {
        const { alias = null, score = 0 } = known.get(`${accountId}/${roleName}`) ?? {};
        return { accountId, accountName, labels, roleName, description, alias, score };
      }),
    );
    // The first search takes many times longer than the others, and nobody waits for this one.
    built.search("a b");
    return built;
  }, [build, directory, own]);
  return { search, load };
}

/** The names and the use of one's own, as a text that changes with them alone: a star changes nothing here. */
function useOwnWords(): string {
  const { preferences } = usePreferences();
  return useMemo(
    () =>
      JSON.stringify(
        preferences.roles
          .filter(({ alias, score }) => alias !== null || score > 0)
          .map(({ accountId, roleName, alias, score }) => [`${accountId}/${roleName}`, { alias, score }])
          .sort(),
      ),
    [preferences.roles],
  );
}
