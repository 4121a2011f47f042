"use client";
import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ArrowDown, ArrowUp, GripVertical, type LucideIcon, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { keyOf } from "./change-preferences";
import { OwnNameField } from "./own-name-field";
import { RoleTitle } from "./role-title";
import type { KeptRole } from "./shortcuts";

type EditedFavouriteProps = {
  readonly favourite: KeptRole;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

const prefersStillness = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** One favourite while they are put in order. The handle is for pointers; keys and screen readers have the two arrows. */
export function EditedFavourite({ favourite, isFirst, isLast, onMove, onRemove }: EditedFavouriteProps) {
  const t = useTranslations("preferences");
  const { account, role, preference } = favourite;
  const where = t("where", { role: role.roleName, account: account.accountName });
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id: keyOf(preference),
    ...(prefersStillness() ? { transition: null } : {}),
  });
  return (
    <li
      ref={setNodeRef}
      // By script only, after the page has loaded: `style-src 'self'` is about the document's own attributes.
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classNames(
        "relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1.5 bg-surface px-2 py-2 sm:min-h-14 sm:grid-cols-[auto_minmax(0,1fr)_15rem_auto] sm:gap-x-3",
        isDragging && "z-10 shadow-float",
      )}
    >
      <span
        ref={setActivatorNodeRef}
        {...listeners}
        aria-hidden
        data-handle
        className="grid size-8 cursor-grab touch-none place-items-center text-faint active:cursor-grabbing"
      >
        <GripVertical className="size-4" />
      </span>
      <RoleTitle account={account} role={role} alias={preference.alias} />
      <OwnNameField preference={preference} where={where} />
      <div className="flex max-sm:col-start-3 max-sm:row-start-1">
        <RowButton icon={ArrowUp} name={t("moveUp", { role: where })} isOff={isFirst} onPress={() => onMove(-1)} />
        <RowButton icon={ArrowDown} name={t("moveDown", { role: where })} isOff={isLast} onPress={() => onMove(1)} />
        <RowButton icon={X} name={t("remove", { role: where })} isRemove onPress={onRemove} />
      </div>
    </li>
  );
}

type RowButtonProps = {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly isOff?: boolean;
  readonly isRemove?: boolean;
  readonly onPress: () => void;
};

/** Off without `disabled`: at the end of the list the focus stays on it. */
function RowButton({ icon: Icon, name, isOff = false, isRemove = false, onPress }: RowButtonProps) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      aria-disabled={isOff || undefined}
      data-remove={isRemove || undefined}
      onClick={isOff ? undefined : onPress}
      className={classNames(buttonClass({ variant: "quiet", size: "icon" }), isOff && "opacity-40")}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
