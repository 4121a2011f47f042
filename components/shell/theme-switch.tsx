"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { classNames } from "../ui/class-names";
import { rememberChoice } from "./remember-choice";
import { parseTheme, THEME_COOKIE, type Theme } from "./theme";

const CHOICES = [
  { theme: "system", icon: Monitor },
  { theme: "light", icon: Sun },
  { theme: "dark", icon: Moon },
] as const;

function applyTheme(theme: Theme) {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  rememberChoice(THEME_COOKIE, theme);
}

/** Chooses the theme at once, and for the next page through a cookie that the layout reads. */
export function ThemeSwitch() {
  const t = useTranslations("shell");
  const [chosen, setChosen] = useState<Theme>("system");
  useEffect(() => setChosen(parseTheme(document.documentElement.dataset.theme)), []);
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
          onClick={() => {
            setChosen(theme);
            applyTheme(theme);
          }}
        >
          <Icon aria-hidden className="size-3.5" />
          {t(theme)}
        </button>
      ))}
    </fieldset>
  );
}
