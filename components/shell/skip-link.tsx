import { useTranslations } from "next-intl";

/** The first link of every page, before a notice too. */
export function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#main"
      className="forced-edge fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-solid px-3 py-2 font-medium text-on-solid text-sm focus:translate-y-0"
    >
      {t("skip")}
    </a>
  );
}
