import { Hourglass } from "lucide-react";
import { useTranslations } from "next-intl";
import type { PortalSession } from "../activity/activity-event";
import type { Lease } from "../leases/lease";
import { LeaseList } from "../leases/lease-list";
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
  readonly leases: readonly Lease[];
  readonly requester: Requester;
  /** How many sign-ins the person has just ended; null: they come from elsewhere. */
  readonly ended: number | null;
  /** The same for leases. */
  readonly endedLeases: number | null;
};

/** The page `/sessions`: what the person has open, in AWS and here, and what of it can be ended. */
export function SessionsPage(props: SessionsPageProps) {
  const { sessions, now, signIns, commandLines, leases, requester, ended, endedLeases } = props;
  const t = useTranslations("sessions");
  return (
    <>
      <PageHeading title={t("title")}>{t("lead")}</PageHeading>
      <div className="flex flex-col gap-8">
        {ended === null ? null : <Notice tone="good" role="status" title={t("ended", { count: ended })} />}
        {endedLeases === null ? null : <EndedLeases count={endedLeases} />}
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
        <OpenLeases leases={leases} />
        <SignInList signIns={signIns} />
      </div>
    </>
  );
}

function EndedLeases({ count }: { count: number }) {
  const t = useTranslations("leases");
  return <Notice tone="good" role="status" title={t("ended", { count })} />;
}

/** What containers and machines renew with; nothing where there is none. */
function OpenLeases({ leases }: { leases: readonly Lease[] }) {
  const t = useTranslations("leases");
  if (leases.length === 0) return null;
  return (
    <section aria-labelledby="leases">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <h2 id="leases" className="text-base">
          {t("inSessions")}
        </h2>
        <ButtonLink href="/terminal/containers" variant="quiet" size="small">
          {t("toLeases")}
        </ButtonLink>
      </div>
      <LeaseList leases={leases} from="sessions" />
    </section>
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
