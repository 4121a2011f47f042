"use client";
import { lazy, type Ref, Suspense, startTransition, useEffect, useMemo, useState } from "react";
import { buildRows, type Row } from "./build-rows";
import type { ListedRoles } from "./listed-roles";
import { RowItem, type RowView } from "./row-item";
import type { VirtualRowsHandle } from "./virtual-rows";

const VirtualRows = lazy(() => import("./virtual-rows").then((module) => ({ default: module.VirtualRows })));

// A first list is there whole, up to a large screen; one that has been searched changes with each key and shows what it has to.
const FIRST_ROWS = 40;
const FIRST_FOUND_ROWS = 11;

// Longer than it takes to paint what was found, shorter than anybody takes to scroll there.
const QUIET_MS = 120;

type RoleRowsProps = Omit<RowView, "marksOf" | "roleCount"> & {
  readonly listed: ListedRoles;
  readonly isSearching: boolean;
  readonly label: string;
  readonly ref: Ref<VirtualRowsHandle>;
};

/**
 * The first rows are a plain list, in the server's HTML and after: nothing moves when the script arrives, and each key press
 * renders them alone. The others follow when there is time, and only those in sight are there.
 */
export function RoleRows({ listed, isSearching, label, ref, ...view }: RoleRowsProps) {
  const hasSearched = useOnceTrue(isSearching);
  const end = hasSearched ? FIRST_FOUND_ROWS : FIRST_ROWS;
  const { directory, entries, options, marksOf } = listed;
  const first = useMemo(
    () => buildRows(directory, entries, options, end).slice(0, end),
    [directory, entries, options, end],
  );
  const slots = nameSlots(first);
  const later = useWhenQuiet(listed, end, isSearching ? QUIET_MS : 0);
  const rest = useMemo(
    () => (later === null ? [] : buildRows(later.directory, later.entries, later.options).slice(later.end)),
    [later],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows lie in boxes that place them, which a ul must not hold.
    <div role="list" aria-label={label} data-still={hasSearched || undefined}>
      {first.map((row, at) => (
        <RowItem key={slots[at]} row={row} {...view} marksOf={marksOf} roleCount={entries.length} />
      ))}
      {later === null || rest.length === 0 ? null : (
        // Of another search than the first rows they would say a role twice.
        <div hidden={later.entries !== entries}>
          <Suspense>
            <VirtualRows
              ref={ref}
              rows={rest}
              {...view}
              marksOf={later.marksOf}
              roleCount={later.entries.length}
              isFirstActive={false}
            />
          </Suspense>
        </div>
      )}
    </div>
  );
}

/**
 * The first account is always the same element, and so is the third role: a key press that finds something else changes what is
 * written there, which takes half as long as to make it anew.
 */
function nameSlots(rows: readonly Row[]): readonly string[] {
  const counts = { account: 0, role: 0 };
  return rows.map(({ kind }) => `${kind}-${counts[kind]++}`);
}

/** Whether it is, or ever was. */
function useOnceTrue(value: boolean): boolean {
  const [was, setWas] = useState(value);
  if (value && !was) setWas(true);
  return value || was;
}

type Later = ListedRoles & { readonly end: number };

/** The value as it is when it has not changed for so long. Null: not yet. */
function useWhenQuiet(listed: ListedRoles, end: number, quietMs: number): Later | null {
  const [later, setLater] = useState<Later | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setLater({ ...listed, end })), quietMs);
    return () => clearTimeout(timer);
  }, [listed, end, quietMs]);
  return later;
}
