"use client";
import { Languages } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { LANGUAGE_COOKIE, LANGUAGES } from "#lib/i18n/languages";
import { fieldClass } from "../ui/field";
import { rememberChoice } from "./remember-choice";

/** A language's own name: "Deutsch". */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Chooses the language at once, and for the next page through a cookie that each request reads. */
export function LanguageSwitch() {
  const t = useTranslations("language");
  const chosen = useLocale();
  const router = useRouter();
  return (
    <label className="flex items-center gap-2 px-2 text-sm text-soft">
      <Languages aria-hidden className="size-3.5 text-faint" />
      <span className="flex-1">{t("label")}</span>
      <select
        value={chosen}
        className={`${fieldClass} h-7 w-auto! py-0 text-xs`}
        onChange={(event) => {
          rememberChoice(LANGUAGE_COOKIE, event.target.value);
          router.refresh();
        }}
      >
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {nameOf(language)}
          </option>
        ))}
      </select>
    </label>
  );
}
