"use client";
import { Monitor, Moon, Sun } from "lucide-react";
import { useEffect, useState } from "react";
import { classNames } from "../ui/class-names";
import { applyTheme } from "./apply-theme";
import { parseTheme, type Theme } from "./theme";

const CHOICES = [
  { theme: "system", label: "System", icon: Monitor },
  { theme: "light", label: "Light", icon: Sun },
  { theme: "dark", label: "Dark", icon: Moon },
] as const;

/** Chooses the theme at once, and for the next page through a cookie that the layout reads. */
export function ThemeSwitch() {
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
      <legend className="sr-only">Theme</legend>
      {CHOICES.map(({ theme, label, icon: Icon }) => (
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
          {label}
        </button>
      ))}
    </fieldset>
  );
}
