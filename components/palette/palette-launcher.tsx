"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { buttonClass } from "../ui/button";

type Pages = { readonly iamUser: boolean; readonly admin: boolean };
type Loaded = ComponentType<Parameters<typeof import("./palette").Palette>[0]>;

const load = () => import("./palette").then((module) => module.Palette);

const never = () => () => undefined;
const readKeys = () => (/Mac|iP/.test(navigator.platform) ? "⌘K" : "Ctrl K");

/** The way to search and commands, on every page: a button and its key. The palette itself comes when it is asked for. */
export function PaletteLauncher({ pages }: { pages: Pages }) {
  const t = useTranslations("palette");
  const [Palette, setPalette] = useState<Loaded | null>(null);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const keys = useSyncExternalStore(never, readKeys, () => "Ctrl K");
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Half of the shortcut: what it opens is on its way when the other half comes.
      if (event.key === "Control" || event.key === "Meta") void load().catch(() => undefined);
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      // Another dialog that is open is to be closed first.
      if (!isOpen && document.querySelector("[data-modal]") !== null) return;
      setOpen(!isOpen);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [isOpen]);
  useEffect(() => {
    if (isOpen && Palette === null)
      load().then(
        (loaded) => setPalette(() => loaded),
        () => setOpen(false),
      );
  }, [isOpen, Palette]);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-busy={isOpen && Palette === null}
        onPointerEnter={() => void load().catch(() => undefined)}
        onClick={() => setOpen(true)}
        className={buttonClass({ variant: "quiet" })}
      >
        <Search aria-hidden className="size-4 text-faint" />
        <span className="max-md:sr-only">{t("open")}</span>
        <kbd
          aria-hidden
          className="w-11 rounded-sm border border-line bg-sunken py-px text-center font-sans text-2xs text-faint max-md:hidden pointer-coarse:hidden"
        >
          {keys}
        </kbd>
      </button>
      {Palette === null ? null : (
        <Palette isOpen={isOpen} pages={pages} button={button} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
