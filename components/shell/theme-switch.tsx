"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { classNames } from "../ui/class-names";
import { applyTheme } from "./apply-theme";
import { parseTheme, type Theme } from "./theme";

const CHOICES = [
  { theme: "system", icon: Monitor },
  { theme: "light", icon: Sun },
  { theme: "dark", icon: Moon },
] as const;

/** Chooses the theme at once, and for the next page through a cookie that the layout reads. */
export function ThemeSwitch() {
  const t = useTranslations("shell");
  const [chosen, setChosen] = useState<Theme>("system");
  useEffect(() => {
    const root = document.documentElement;
    const read = () => setChosen(parseTheme(root.dataset.theme));
    read();
    // The palette chooses it too.
    const observer = new MutationObserver(read);
    observer.observe(root, { attributeFilter: ["data-theme"] });
    return () => observer.disconnect();
  }, []);
  return (
    <fieldset className="flex gap-0.5 rounded-md bg-sunken p-0.5">
      <legend className="sr-only">{t("theme")}</legend>
      {CHOICES.map(({ theme, icon: Icon }) => (
        <button
          key={theme}
          type="button"
          aria-pressed={chosen === theme}
          className={classNames(
            "inline-flex h-7 flex-1 items-center justify-center gap-1.5 rounded-sm px-2 text-xs pointer-coarse:h-9",
            chosen === theme ? "bg-surface font-medium text-ink shadow-rise" : "text-soft hover:text-ink",
          )}
          onClick={() => applyTheme(theme)}
        >
          <Icon aria-hidden className="size-3.5" />
          {t(theme)}
        </button>
      ))}
    </fieldset>
  );
}
