"use client";
import { memo, type Ref, useImperativeHandle, useRef } from "react";
import { WindowVirtualizer, type WindowVirtualizerHandle } from "virtua";
import type { Row } from "./build-rows";
import { RowItem, type RowView } from "./row-item";

export type VirtualRowsHandle = {
  /** Brings a role into sight, by its place among the roles that are listed. */
  readonly show: (at: number) => void;
};

type VirtualRowsProps = RowView & { readonly rows: readonly Row[]; readonly ref: Ref<VirtualRowsHandle> };

/** Rows of which only those in sight are there, at heights that they have of themselves. Memoised: a key press renders the first rows before these. */
export const VirtualRows = memo(function VirtualRows({ rows, ref, ...view }: VirtualRowsProps) {
  const virtualizer = useRef<WindowVirtualizerHandle>(null);
  useImperativeHandle(ref, () => ({
    show: (at) => {
      const index = rows.findIndex((row) => row.kind === "role" && row.at === at);
      virtualizer.current?.scrollToIndex(index, { align: "center" });
    },
  }));
  return (
    <WindowVirtualizer ref={virtualizer} data={rows}>
      {(row) => <RowItem key={row.key} row={row} {...view} />}
    </WindowVirtualizer>
  );
});
