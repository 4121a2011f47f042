"use client";
import { lazy, type Ref, Suspense, useDeferredValue, useMemo } from "react";
import type { Row } from "./build-rows";
import { RowItem, type RowView } from "./row-item";
import type { VirtualRowsHandle } from "./virtual-rows";

const VirtualRows = lazy(() => import("./virtual-rows").then((module) => ({ default: module.VirtualRows })));

// The first screen of a large monitor; while somebody types, what a common one shows.
const FIRST_ROWS = 40;
const FIRST_FOUND_ROWS = 14;

const NO_ROWS: readonly Row[] = [];

export const countFirstRows = (isSearching: boolean): number => (isSearching ? FIRST_FOUND_ROWS : FIRST_ROWS);

type RoleRowsProps = RowView & {
  readonly rows: readonly Row[];
  readonly isSearching: boolean;
  readonly label: string;
  readonly ref: Ref<VirtualRowsHandle>;
};

/**
 * The first rows are a plain list, in the server's HTML and after: nothing moves when the script arrives. The others follow
 * after that, and after each key press, and only those in sight are there.
 */
export function RoleRows({ rows, isSearching, label, ref, ...view }: RoleRowsProps) {
  const end = countFirstRows(isSearching);
  const rest = useMemo(() => (rows.length > end ? rows.slice(end) : NO_ROWS), [rows, end]);
  const tail = useDeferredValue(rest, NO_ROWS);
  const marksOf = useDeferredValue(view.marksOf);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows lie in boxes that place them, which a ul must not hold.
    <div role="list" aria-label={label}>
      {rows.slice(0, end).map((row) => (
        <RowItem key={row.key} row={row} {...view} />
      ))}
      {tail.length === 0 ? null : (
        <Suspense>
          <VirtualRows ref={ref} rows={tail} {...view} marksOf={marksOf} isFirstActive={false} />
        </Suspense>
      )}
    </div>
  );
}
