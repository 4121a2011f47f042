"use client";
import { closestCenter, DndContext, type DragEndEvent, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { arrayMove, SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { keyOf } from "./change-preferences";
import { EditedFavourite } from "./edited-favourite";
import { usePreferences } from "./preferences-context";
import type { KeptRole } from "./shortcuts";

// The library's own words are English and about keys that are not used here; `announced` says what happened.
const silent = () => undefined;
const QUIET = {
  announcements: { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent },
  screenReaderInstructions: { draggable: "" },
};

const upAndDown = ({ transform }: { transform: { x: number; y: number; scaleX: number; scaleY: number } }) => ({
  ...transform,
  x: 0,
});

/** The favourites as rows to put in order, by dragging or by buttons (WCAG 2.2, 2.5.7), to name and to remove. */
export function FavouritesEditor({ favourites }: { favourites: readonly KeptRole[] }) {
  const t = useTranslations("preferences");
  const { reorder, setFavourite } = usePreferences();
  const [announced, setAnnounced] = useState("");
  const { listRef, focusAfterRemoval } = useFocusAfterRemoval(favourites.length);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }));
  const keys = favourites.map(({ preference }) => keyOf(preference));
  const wordsFor = ({ account, role }: KeptRole) => t("where", { role: role.roleName, account: account.accountName });
  const move = (from: number, to: number) => {
    const moved = favourites[from];
    if (moved === undefined || to < 0 || to >= favourites.length || from === to) return;
    reorder(arrayMove([...favourites], from, to).map(({ preference }) => preference));
    setAnnounced(t("moved", { role: wordsFor(moved), place: to + 1, count: favourites.length }));
  };
  const drop = ({ active, over }: DragEndEvent) => {
    if (over !== null) move(keys.indexOf(String(active.id)), keys.indexOf(String(over.id)));
  };
  const remove = (at: number, { preference, ...role }: KeptRole) => {
    focusAfterRemoval(at);
    setFavourite(preference.accountId, preference.roleName, false);
    setAnnounced(t("removed", { role: wordsFor({ preference, ...role }) }));
  };
  return (
    <DndContext
      id="favourites"
      sensors={sensors}
      collisionDetection={closestCenter}
      modifiers={[upAndDown]}
      accessibility={QUIET}
      onDragEnd={drop}
    >
      <SortableContext items={keys} strategy={verticalListSortingStrategy}>
        <ol
          ref={listRef}
          className="divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface shadow-rise"
        >
          {favourites.map((favourite, at) => (
            <EditedFavourite
              key={keyOf(favourite.preference)}
              favourite={favourite}
              isFirst={at === 0}
              isLast={at === favourites.length - 1}
              onMove={(by) => move(at, at + by)}
              onRemove={() => remove(at, favourite)}
            />
          ))}
        </ol>
      </SortableContext>
      <p role="status" className="sr-only">
        {announced}
      </p>
    </DndContext>
  );
}

/** The hand stays where it was: on the next favourite's button, else the one before, else the page. */
function useFocusAfterRemoval(count: number) {
  const listRef = useRef<HTMLOListElement>(null);
  const removedAt = useRef<number | null>(null);
  useEffect(() => {
    const at = removedAt.current;
    if (at === null) return;
    removedAt.current = null;
    listRef.current?.querySelectorAll<HTMLElement>("[data-remove]")[Math.min(at, count - 1)]?.focus();
  }, [count]);
  const focusAfterRemoval = (at: number) => {
    removedAt.current = at;
    if (count === 1) document.getElementById("main")?.focus();
  };
  return { listRef, focusAfterRemoval };
}
