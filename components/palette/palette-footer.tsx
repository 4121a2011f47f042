import { useCommandState } from "cmdk";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { hasConsole } from "./palette-roles";
import type { Palette } from "./use-palette";

function Key({ keys, children }: { keys: string; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <kbd className="min-w-5 whitespace-nowrap rounded-sm border border-line bg-surface px-1 text-center font-sans text-2xs text-soft">
        {keys}
      </kbd>
      {children}
    </span>
  );
}

const COMMAND = /Mac|iP/.test(navigator.platform) ? "⌘" : "Ctrl";

/** What the keys do with the item that is meant now. Fingers have no such keys. */
export function PaletteFooter({ palette }: { palette: Palette }) {
  const t = useTranslations("palette");
  const item = palette.items.get(useCommandState((state) => state.value));
  const { draft, kind } = palette.step;
  const role = item?.kind === "role" ? item.role : draft.role;
  const opens =
    item !== undefined && role !== null && hasConsole(role) && item.kind !== "step" && item.kind !== "credentials";
  return (
    <div className="flex min-h-9 items-center gap-x-4 border-line border-t bg-sunken px-4 text-faint text-xs max-sm:hidden pointer-coarse:hidden">
      <p id="palette-keys" className="sr-only">
        {t("keysHint")}
      </p>
      <span aria-hidden className="flex flex-1 items-center gap-x-4">
        {item === undefined ? null : <Key keys="↵">{opens ? t("keys.console") : t("keys.choose")}</Key>}
        {opens ? <Key keys={`${COMMAND} ↵`}>{t("keys.credentials")}</Key> : null}
        {item !== undefined && palette.canGoInto(item) ? <Key keys="→">{t("keys.more")}</Key> : null}
        {kind === "root" ? null : <Key keys="⌫">{t("keys.back")}</Key>}
        <span className="ml-auto">
          <Key keys="Esc">{t("keys.close")}</Key>
        </span>
      </span>
    </div>
  );
}
