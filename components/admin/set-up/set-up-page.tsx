import { FileCode2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { SetUpQuery } from "#lib/trust/set-up/query";
import { EmptyState } from "../../ui/empty-state";
import { Notice } from "../../ui/notice";
import { Panel } from "../../ui/panel";
import { AdminPage } from "../admin-page";
import { SetUpForm } from "./set-up-form";
import { SetUpText } from "./set-up-text";
import type { AccountChoice, ChosenSetUp } from "./set-up-view";

type SetUpPageProps = {
  readonly query: SetUpQuery;
  readonly accounts: readonly AccountChoice[];
  readonly chosen: ChosenSetUp | null;
};

/** The page `/admin/set-up`. */
export function SetUpPage({ query, accounts, chosen }: SetUpPageProps) {
  const t = useTranslations("setUp");
  return (
    <AdminPage title={t("title")} lead={t("lead")}>
      {chosen === null ? (
        <Panel>
          <EmptyState icon={FileCode2} title={t("empty.title")}>
            {t("empty.text")}
          </EmptyState>
        </Panel>
      ) : (
        <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <SetUpForm query={query} accounts={accounts} chosen={chosen} />
          <div className="flex min-w-0 flex-col gap-4">
            <Warnings chosen={chosen} />
            <SetUpText query={query} chosen={chosen} />
          </div>
        </div>
      )}
    </AdminPage>
  );
}

function Warnings({ chosen: { unplanned, notes } }: { chosen: ChosenSetUp }) {
  const t = useTranslations("setUp");
  return (
    <>
      {unplanned.length === 0 ? null : (
        <Notice tone="danger" title={t("leftOut", { roles: unplanned.join(", ") })}>
          {t("leftOutText")}
        </Notice>
      )}
      {notes.length === 0 ? null : (
        <Notice tone="warn">
          <ul className="space-y-1 [overflow-wrap:anywhere]">
            {notes.map(({ code, ...values }) => (
              <li key={code}>{t(`note.${code}`, values)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
