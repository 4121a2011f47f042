import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { LocalTime } from "../../ui/local-time";
import { AdminPage } from "../admin-page";
import type { DenialDetail } from "./denial-view";
import { Findings } from "./findings";
import { FixView } from "./fix-view";
import { NotChecked } from "./not-checked";
import { RequestView } from "./request-view";
import { TrustPolicyView } from "./trust-policy-view";
import { useTell } from "./use-tell";
import { Verdict } from "./verdict";

/** The page `/admin/denials/{requestId}`. */
export function DenialPage({ denial }: { denial: DenialDetail }) {
  const t = useTranslations("denials");
  const tell = useTell();
  const { explanation, trust } = denial;
  const closest = explanation?.findings[0]?.statement?.index ?? null;
  return (
    <AdminPage
      title={t("page.title", { role: denial.roleName, account: denial.accountName })}
      lead={t.rich("page.lead", {
        who: denial.who ?? t("page.unknown"),
        name: (who) => <span className="text-ink [overflow-wrap:anywhere]">{who}</span>,
        at: () => <LocalTime at={denial.at} />,
      })}
    >
      <Link
        href="/admin/denials"
        className="-mt-2 mb-4 inline-flex items-center gap-1 rounded-sm text-accent text-sm hover:underline"
      >
        <ArrowLeft aria-hidden className="size-3.5" />
        {t("all")}
      </Link>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Verdict denial={denial} />
          {explanation === null || explanation.allowed ? null : <Findings findings={explanation.findings} />}
          {explanation?.fix ? <FixView fix={explanation.fix} summary={explanation.fix.summary.map(tell)} /> : null}
          {denial.rows === null ? null : (
            <TrustPolicyView
              key={trust.known?.at ?? "none"}
              trust={trust}
              highlighted={closest}
              requestId={denial.requestId}
              roleArn={denial.trustRoleArn ?? ""}
            />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <RequestView denial={denial} />
          <NotChecked />
        </div>
      </div>
    </AdminPage>
  );
}
