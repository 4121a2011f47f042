"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useCredentialsDialog } from "../credentials/use-credentials-dialog";
import type { Preferences } from "../preferences/preferences";
import { PreferencesProvider, usePreferences } from "../preferences/preferences-context";
import { Shortcuts } from "../preferences/shortcuts";
import { type Requester, RequesterContext } from "../session-options/requester";
import { type Directory, unpackDirectory } from "./directory/directory";
import type { Facet } from "./filter/facets";
import { FilterBar } from "./filter/filter-bar";
import { FoundStatus } from "./found-status";
import { type RowMemory, RowMemoryContext } from "./row-memory";
import { RoleRows } from "./rows/role-rows";
import { useRowKeys } from "./rows/use-row-keys";
import { SearchField } from "./search/search-field";
import { useRoleSearch } from "./search/use-role-search";
import { useCollapsing, useRoleRows } from "./use-role-rows";
import { Welcome } from "./welcome";

const NoMatches = lazy(() => import("./no-matches").then((module) => ({ default: module.NoMatches })));

type RoleListProps = {
  /** Packed by `packDirectory`. */
  readonly directory: string;
  readonly preferences: Preferences;
  readonly resume: string | null;
  readonly requester: Requester;
};

/** The search and the roles. `resume` is the handle of a request that went through the identity provider and came back. */
export function RoleList({ directory, preferences, resume, requester }: RoleListProps) {
  const unpacked = useMemo(() => unpackDirectory(directory), [directory]);
  const [memory] = useState<RowMemory>(() => new Map());
  return (
    <PreferencesProvider initial={preferences}>
      <RequesterContext value={requester}>
        <RowMemoryContext value={memory}>
          <Welcome />
          <SearchableList directory={unpacked} resume={resume} />
        </RowMemoryContext>
      </RequesterContext>
    </PreferencesProvider>
  );
}

const NO_FILTERS: readonly Facet[] = [];

function SearchableList({ directory, resume }: { directory: Directory; resume: string | null }) {
  const t = useTranslations("roles");
  const [query, setQuery] = useState("");
  const [filters, setFilters] = useState(NO_FILTERS);
  const [isTyping, setIsTyping] = useState(false);
  const { search, load } = useRoleSearch(directory);
  const { openCredentials, dialog } = useCredentialsDialog(directory, resume);
  const { listed, countAccounts, isCurrent } = useRoleRows(directory, search, { query, filters });
  const { toggle, toggleAll, hasCollapsed } = useCollapsing(directory);
  const roleCount = listed.entries.length;
  const clear = () => setQuery("");
  const keys = useRowKeys({ roleCount, query, isCurrent, onClear: clear });
  const isSearching = query.trim() !== "" && isCurrent;
  const top = useScrollToFound(query);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that are pressed in the field and on the buttons pass here.
    <div onKeyDown={keys.onKeyDown}>
      <div className="flex flex-col gap-4 pb-4 empty:hidden">
        <Shortcuts findRole={directory.find} onCredentials={openCredentials} />
      </div>
      <div ref={top} className="scroll-mt-14" />
      <search className="sticky top-14 z-10 -mx-1 flex flex-col gap-2 bg-canvas px-1 pt-1 pb-3">
        <SearchField
          field={keys.field}
          query={query}
          onQuery={setQuery}
          onFocus={(hasFocus) => {
            setIsTyping(hasFocus);
            if (hasFocus) load();
          }}
        />
        <FilterBar
          directory={directory}
          filters={filters}
          onFilters={setFilters}
          hasCollapsed={hasCollapsed}
          onToggleAll={toggleAll}
        />
      </search>
      <FoundStatus roles={roleCount} countAccounts={countAccounts} isAsked={isSearching || filters.length > 0} />
      <div ref={keys.list} data-query={query}>
        <RoleRows
          ref={keys.virtual}
          listed={listed}
          label={t("title")}
          isSearching={isSearching}
          isFirstActive={isTyping && isSearching}
          aliasOf={useAliases()}
          onToggle={toggle}
          onCredentials={openCredentials}
        />
      </div>
      {roleCount > 0 ? null : (
        <Suspense>
          <NoMatches
            query={query}
            hasFilters={filters.length > 0}
            onClearQuery={clear}
            onClearFilters={() => setFilters(NO_FILTERS)}
          />
        </Suspense>
      )}
      {dialog}
    </div>
  );
}

function useAliases() {
  const { preferenceOf } = usePreferences();
  return useCallback(
    (accountId: string, roleName: string) => preferenceOf(accountId, roleName)?.alias ?? null,
    [preferenceOf],
  );
}

/**
 * What is found begins at the top: whoever types further down is taken there. Whether somebody is, is known from scrolling:
 * to ask after each key would lay the page out twice.
 */
function useScrollToFound(query: string) {
  const top = useRef<HTMLDivElement>(null);
  const isBelow = useRef(false);
  const before = useRef(query);
  useEffect(() => {
    const look = () => {
      isBelow.current = (top.current?.getBoundingClientRect().top ?? 0) < 0;
    };
    look();
    addEventListener("scroll", look, { passive: true });
    return () => removeEventListener("scroll", look);
  }, []);
  useEffect(() => {
    if (before.current === query) return;
    before.current = query;
    if (isBelow.current) top.current?.scrollIntoView();
  }, [query]);
  return top;
}
