"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { usePreferences } from "../preferences/preferences-context";
import { buttonClass } from "../ui/button";
import { Key, useModifier } from "./search/search-field";

/** What the page does, in as few words as somebody reads. On the first visit only, whether it was put away or not. */
export function Welcome() {
  const t = useTranslations("roles.welcome");
  const { preferences, setView } = usePreferences();
  const [isShown, setIsShown] = useState(!preferences.view.welcomed);
  const modifier = useModifier();
  useEffect(() => {
    if (!preferences.view.welcomed) setView({ welcomed: true });
  }, [preferences.view.welcomed, setView]);
  if (!isShown) return null;
  return (
    <aside
      aria-label={t("label")}
      className="forced-edge mb-4 flex items-start gap-3 rounded-lg bg-accent-soft py-2.5 pr-2 pl-4 text-sm"
    >
      <div className="min-w-0 flex-1">
        <p>{t.rich("text", { strong: (words) => <strong className="font-semibold">{words}</strong> })}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-1 gap-y-0.5 text-soft text-xs max-md:hidden">
          <Key>/</Key> {t("find")} <span aria-hidden>·</span> <Key>↑</Key>
          <Key>↓</Key> {t("move")} <span aria-hidden>·</span> <Key>↵</Key> {t("console")} <span aria-hidden>·</span>{" "}
          <Key>{modifier}</Key>
          <Key>↵</Key> {t("credentials")}
        </p>
      </div>
      <button
        type="button"
        aria-label={t("dismiss")}
        onClick={() => setIsShown(false)}
        className={buttonClass({ variant: "quiet", size: "icon" })}
      >
        <X aria-hidden className="size-4" />
      </button>
    </aside>
  );
}
