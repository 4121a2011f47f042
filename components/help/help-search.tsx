import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button";
import { classNames } from "../ui/class-names";
import { fieldClass } from "../ui/field";

/** A form that asks the server: it works without script, and its answer can be sent as a link. */
export function HelpSearch({ query = "" }: { query?: string }) {
  const t = useTranslations("help.ui");
  return (
    <search>
      <form action="/help" className="flex gap-2">
        <div className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
          />
          <input
            type="search"
            name="q"
            aria-label={t("search")}
            placeholder={t("search")}
            defaultValue={query}
            maxLength={200}
            autoComplete="off"
            className={classNames(fieldClass, "pl-8.5")}
          />
        </div>
        <button type="submit" className={buttonClass()}>
          {t("searchButton")}
        </button>
      </form>
    </search>
  );
}
