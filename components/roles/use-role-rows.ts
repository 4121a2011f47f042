"use client";
import { useCallback, useMemo, useState } from "react";
import { usePreferences } from "../preferences/preferences-context";
import type { Directory } from "./directory/directory";
import { type Facet, hasFacets } from "./filter/facets";
import type { RowOptions } from "./rows/build-rows";
import type { ListedRoles } from "./rows/listed-roles";
import type { Marks, RoleSearch } from "./search/role-search";

const NO_MARKS: Marks = {};
const noMarks = () => NO_MARKS;
const NONE: ReadonlySet<string> = new Set();

export type RoleRows = {
  readonly listed: ListedRoles;
  readonly countAccounts: () => number;
  /** Whether the rows answer what is in the field: not before the search has been loaded. */
  readonly isCurrent: boolean;
};

export type RoleQuery = { readonly query: string; readonly filters: readonly Facet[] };

/** The rows for what is asked: found, filtered, grouped, and without those of closed accounts. */
export function useRoleRows(directory: Directory, search: RoleSearch | null, { query, filters }: RoleQuery): RoleRows {
  const isSearching = query.trim() !== "";
  const { grouping } = usePreferences().preferences.view;
  const natural = useNaturalOrder(directory, grouping);
  const result = useMemo(() => (isSearching ? (search?.search(query) ?? null) : null), [isSearching, search, query]);
  const found = result?.found ?? natural;
  const entries = useMemo(() => {
    if (filters.length === 0) return found;
    return found.filter((entry) => {
      const target = directory.roles[entry];
      return target !== undefined && hasFacets(target, filters);
    });
  }, [found, filters, directory]);
  const options = useRowOptions(isSearching);
  const marksOf = result?.marksOf ?? noMarks;
  return {
    listed: useMemo(() => ({ directory, entries, options, marksOf }), [directory, entries, options, marksOf]),
    countAccounts: useCallback(
      () => new Set(entries.map((entry) => directory.roles[entry]?.account)).size,
      [entries, directory],
    ),
    isCurrent: !isSearching || result !== null,
  };
}

/** What is found is shown, whether its account was closed or not. */
function useRowOptions(isSearching: boolean): RowOptions {
  const { grouping, collapsed } = usePreferences().preferences.view;
  const closed = useMemo(() => (isSearching ? NONE : new Set(collapsed)), [isSearching, collapsed]);
  return useMemo(() => ({ grouping, collapsed: closed }), [grouping, closed]);
}

/** As the directory has them; in a flat list those that the person uses come first. */
function useNaturalOrder({ roles }: Directory, grouping: "account" | "flat"): readonly number[] {
  const { preferenceOf } = usePreferences();
  // What is used while the page is open moves nothing under the hand.
  const [scoreOf] = useState(() => (entry: number) => {
    const target = roles[entry];
    return target === undefined ? 0 : (preferenceOf(target.account.accountId, target.role.roleName)?.score ?? 0);
  });
  return useMemo(() => {
    const natural = roles.map((_, entry) => entry);
    if (grouping === "account") return natural;
    const scores = natural.map(scoreOf);
    return natural.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0));
  }, [roles, grouping, scoreOf]);
}

/** Opens and closes accounts; what is closed is kept for the person. */
export function useCollapsing(directory: Directory) {
  const { preferences, setView } = usePreferences();
  const { collapsed } = preferences.view;
  const toggle = useCallback(
    (accountId: string) => {
      const rest = collapsed.filter((one) => one !== accountId);
      setView({ collapsed: rest.length === collapsed.length ? [...collapsed, accountId] : rest });
    },
    [collapsed, setView],
  );
  const toggleAll = useCallback(() => {
    setView({ collapsed: collapsed.length > 0 ? [] : directory.accounts.map(({ accountId }) => accountId) });
  }, [collapsed, directory, setView]);
  return { toggle, toggleAll, hasCollapsed: collapsed.length > 0 };
}
