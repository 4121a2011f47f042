import { LifeBuoy } from "lucide-react";
import { useTranslations } from "next-intl";
import { buttonClass } from "../ui/button";
import { Panel } from "../ui/panel";
import type { HelpFacts } from "./help-facts";

/** Whom to ask when the help does not: `portal.support` of the configuration. */
export function SupportPanel({ support }: Pick<HelpFacts, "support">) {
  const t = useTranslations("help.ui");
  return (
    <Panel className="flex flex-wrap items-center gap-x-4 gap-y-3 p-4">
      <LifeBuoy aria-hidden className="size-5 shrink-0 text-faint" />
      <div className="min-w-0 flex-1">
        <h2 className="text-base">{t("ask")}</h2>
        <p className="text-sm text-soft">{support?.text ?? t("askText")}</p>
      </div>
      {support?.url === undefined ? null : (
        <a href={support.url} className={buttonClass()}>
          {t("askLink")}
        </a>
      )}
    </Panel>
  );
}
