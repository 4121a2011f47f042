import { Clock } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { classNames } from "../ui/class-names";
import type { ConsolePlace } from "./console-places";

type ConsolePageOptionsProps = {
  readonly id: string;
  readonly field: RefObject<HTMLElement | null>;
  readonly found: readonly ConsolePlace[];
  readonly recent: readonly string[];
  readonly at: number;
  readonly onPick: (place: ConsolePlace) => void;
};

const GAP_PX = 4;

/** Under the field, or above it where there is more room: in the top layer, which no box of the page cuts off. */
function place(list: HTMLElement, field: HTMLElement) {
  const { left, top, bottom, width } = field.getBoundingClientRect();
  const below = window.innerHeight - bottom - 2 * GAP_PX;
  const isBelow = below > 200 || below > top;
  list.style.left = `${left}px`;
  list.style.width = `${width}px`;
  list.style.top = isBelow ? `${bottom + GAP_PX}px` : "auto";
  list.style.bottom = isBelow ? "auto" : `${window.innerHeight - top + GAP_PX}px`;
  list.style.maxHeight = `min(20rem, ${isBelow ? below : top - 2 * GAP_PX}px)`;
}

function usePlaced(field: RefObject<HTMLElement | null>) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const update = () => list.current && field.current && place(list.current, field.current);
    list.current?.showPopover();
    update();
    window.addEventListener("scroll", update, { capture: true, passive: true });
    window.addEventListener("resize", update);
    return () => {
      window.removeEventListener("scroll", update, { capture: true });
      window.removeEventListener("resize", update);
    };
  }, [field]);
  return list;
}

/** The list of the picker. The focus stays in the field; this says which option is meant by `aria-selected`. */
export function ConsolePageOptions({ id, field, found, recent, at, onPick }: ConsolePageOptionsProps) {
  const t = useTranslations("console");
  const list = usePlaced(field);
  useLayoutEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: "nearest" });
  }, [list, at]);
  return (
    <div
      ref={list}
      id={`${id}-list`}
      role="listbox"
      aria-label={t("pages")}
      popover="manual"
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      className="forced-edge fixed inset-auto m-0 overflow-y-auto overscroll-contain rounded-lg bg-surface p-1 text-ink shadow-float"
    >
      {found.map((place, index) => (
        <PageOption
          key={place.key}
          id={`${id}-${index}`}
          place={place}
          isActive={index === at}
          isRecent={recent.includes(place.key)}
          onPick={() => onPick(place)}
        />
      ))}
    </div>
  );
}

type PageOptionProps = {
  readonly id: string;
  readonly place: ConsolePlace;
  readonly isActive: boolean;
  readonly isRecent: boolean;
  readonly onPick: () => void;
};

function PageOption({ id, place: { service, pageName }, isActive, isRecent, onPick }: PageOptionProps) {
  const t = useTranslations("console");
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which has the focus.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onClick={onPick}
      className={classNames(
        "flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 text-sm pointer-coarse:min-h-11",
        isActive ? "bg-hover" : "hover:bg-hover",
      )}
    >
      <span className={classNames("truncate", pageName === null && "font-medium")}>
        <span className={pageName === null ? undefined : "text-soft"}>{service.name}</span>
        {pageName === null ? null : <span className="font-medium"> › {pageName}</span>}
      </span>
      {service.isGlobal ? <span className="ml-auto text-faint text-xs">{t("global")}</span> : null}
      {isRecent ? (
        <span className={classNames("text-faint", service.isGlobal ? undefined : "ml-auto")}>
          <Clock aria-hidden className="size-3.5" />
          <span className="sr-only">{t("recent")}</span>
        </span>
      ) : null}
    </div>
  );
}
