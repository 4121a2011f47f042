import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PortalSession } from "../activity/activity-event";
import type { Requester } from "../session-options/requester";
import { PageHeading } from "../shell/page-heading";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { CliList, type CliSignIn } from "./cli-list";
import { NotifySwitch } from "./notify-switch";
import type { OpenSession } from "./open-session";
import { OpenSessionList } from "./open-session-list";
import { SignInList } from "./sign-in-list";

type SessionsPageProps = {
  readonly sessions: readonly OpenSession[];
  readonly now: string;
  readonly signIns: readonly PortalSession[];
  readonly commandLines: readonly CliSignIn[];
  readonly requester: Requester;
  /** How many sign-ins the person has just ended; null: they come from elsewhere. */
  readonly ended: number | null;
};

/** The page `/sessions`: what the person has open, in AWS and here, and what of it can be ended. */
export function SessionsPage({ sessions, now, signIns, commandLines, requester, ended }: SessionsPageProps) {
  const t = useTranslations("sessions");
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <div className="flex flex-col gap-8">
        {ended === null ? null : <Notice tone="good" role="status" title={t("ended", { count: ended })} />}
        <section aria-labelledby="open">
          <h2 id="open" className="mb-2 text-base">
            {t("open")}
          </h2>
          {sessions.length === 0 ? (
            <Nothing />
          ) : (
            <OpenSessionList sessions={sessions} now={now} requester={requester} />
          )}
          <p className="mt-2 max-w-prose text-faint text-xs">
            {t("cannotEnd")}{" "}
            <a href="/help/revoke" className="text-accent underline underline-offset-2">
              {t("howToRevoke")}
            </a>
          </p>
        </section>
        <section aria-labelledby="notify">
          <h2 id="notify" className="mb-2 text-base">
            {t("notify.title")}
          </h2>
          <Panel>
            <NotifySwitch />
          </Panel>
        </section>
        <CliList signIns={commandLines} />
        <SignInList signIns={signIns} />
      </div>
    </>
  );
}

function Nothing() {
  const t = useTranslations("sessions");
  return (
    <Panel>
      <EmptyState icon={Hourglass} title={t("nothing")} action={<ButtonLink href="/">{t("toRoles")}</ButtonLink>}>
        {t("nothingYet")}
      </EmptyState>
    </Panel>
  );
}
