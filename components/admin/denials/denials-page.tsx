import { ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "../../ui/empty-state";
import { Panel } from "../../ui/panel";
import { AdminPage } from "../admin-page";
import { DenialRow } from "./denial-row";
import type { DenialItem } from "./denial-view";

const HEADINGS = ["when", "who", "role", "why"] as const;

/** The page `/admin/denials`. */
export function DenialsPage({ denials }: { denials: readonly DenialItem[] }) {
  const t = useTranslations("denials");
  return (
    <AdminPage title={t("title")} lead={t("lead")}>
      <Panel className="overflow-hidden">
        {denials.length === 0 ? (
          <EmptyState icon={ShieldCheck} title={t("empty.title")}>
            {t("empty.text")}
          </EmptyState>
        ) : (
          <table className="w-full max-md:block">
            <caption className="sr-only">{t("list.caption")}</caption>
            <thead className="bg-sunken text-left text-faint text-xs max-md:sr-only">
              <tr>
                {HEADINGS.map((heading) => (
                  <th key={heading} scope="col" className="py-2 pr-4 font-medium first:w-44 first:pl-4">
                    {t(`list.${heading}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="max-md:block">
              {denials.map((denial) => (
                <DenialRow key={`${denial.requestId} ${denial.at}`} denial={denial} />
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </AdminPage>
  );
}
