"use client";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import type { VirtualRowsHandle } from "./virtual-rows";

type RowKeysOptions = {
  readonly roleCount: number;
  readonly query: string;
  /** Whether the rows answer the query. */
  readonly isCurrent: boolean;
  readonly onClear: () => void;
};

const PAGE = 10;

/** From one row to the next; -1 is the field above them. Null: not one of these keys. */
const MOVES: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => at - 1,
  PageDown: (at, last) => Math.min(at + PAGE, last),
  PageUp: (at) => Math.max(at - PAGE, 0),
  Home: () => 0,
  End: (_, last) => last,
};

const TRIES = 30;

/**
 * Arrow keys go from the field into the rows and between them, and the focus itself goes along: every screen reader says
 * what has the focus, magnifiers follow it, and Enter is the button's own. With aria-activedescendant the rows would have to
 * be options, and an option holds no buttons (ARIA 1.2, listbox).
 */
export function useRowKeys(options: RowKeysOptions) {
  const { roleCount, query, isCurrent, onClear } = options;
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const virtual = useRef<VirtualRowsHandle>(null);
  const isSearching = query.trim() !== "";
  useFieldShortcut(field);
  const find = (at: number, part: string) =>
    list.current?.querySelector<HTMLElement>(`[data-row="${at}"] [data-${part}]`) ?? null;
  const focusRow = (at: number, tries = TRIES) => {
    if (at < 0) return field.current?.focus();
    const button = find(at, "primary");
    if (button !== null) return button.focus();
    if (tries === TRIES) virtual.current?.show(at);
    if (tries > 0) requestAnimationFrame(() => focusRow(at, tries - 1));
  };
  const press = (at: number, event: KeyboardEvent) => {
    const button = event.ctrlKey || event.metaKey ? find(at, "credentials") : find(at, "primary");
    event.preventDefault();
    button?.click();
  };
  const inField = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" && roleCount > 0) {
      event.preventDefault();
      focusRow(0);
    } else if (event.key === "Enter" && isSearching && isCurrent) press(0, event);
    else if (event.key === "Escape" && query !== "") {
      event.preventDefault();
      onClear();
    }
  };
  const inRow = (event: KeyboardEvent, at: number) => {
    const move = MOVES[event.key];
    if (event.key === "Escape") field.current?.focus();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) press(at, event);
    else if (move !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      focusRow(move(at, roleCount - 1));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || event.nativeEvent.isComposing) return;
    if (target === field.current) return inField(event);
    // Not in the options that lie open below a row, where the arrows belong to the fields.
    const row = target.closest<HTMLElement>("[data-row]");
    if (row === null || !list.current?.contains(row) || target.closest("[data-options]") !== null) return;
    if (target.closest("button, a") !== null) inRow(event, Number(row.dataset.row));
  };
  return { field, list, virtual, onKeyDown };
}

const isTypedIn = (element: Element | null): boolean =>
  element instanceof HTMLElement &&
  (element.isContentEditable || element.closest("input, textarea, select, [role=dialog]") !== null);

/** "/" goes to the field from anywhere on the page where it is not a text. */
function useFieldShortcut(field: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTypedIn(document.activeElement) || document.querySelector("[data-modal]") !== null) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [field]);
}
