import { Container, Power } from "lucide-react";
import { useTranslations } from "next-intl";
import { TerminalPage } from "../terminal/terminal-page";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import type { Lease, LeaseOffer } from "./lease";
import { LeaseForm } from "./lease-form";
import { EndAllLeases, LeaseList } from "./lease-list";
import { SdkTable } from "./sdk-table";

type LeasesPageProps = {
  /** Null: the portal offers none. */
  readonly offer: LeaseOffer | null;
  readonly leases: readonly Lease[];
  /** How many leases the person has just ended; null: they come from elsewhere. */
  readonly ended: number | null;
};

/** The page `/terminal/containers`: what containers and machines renew their credentials with. */
export function LeasesPage({ offer, leases, ended }: LeasesPageProps) {
  const t = useTranslations("leases");
  if (offer === null) return <SwitchedOff />;
  return (
    <TerminalPage title={t("title")} lead={t("lead")}>
      <div className="flex flex-col gap-8">
        {ended === null ? null : <Notice tone="good" role="status" title={t("ended", { count: ended })} />}
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[minmax(0,42rem)_minmax(0,1fr)]">
          <section aria-labelledby="new-lease">
            <h2 id="new-lease" className="mb-2 text-base">
              {t("new")}
            </h2>
            {offer.roles.length === 0 ? <NoRoles /> : <LeaseForm offer={offer} leases={leases} />}
          </section>
          <Points offer={offer} />
        </div>
        <YourLeases leases={leases} most={offer.maxPerPerson} />
        <SdkTable />
      </div>
    </TerminalPage>
  );
}

function YourLeases({ leases, most }: { leases: readonly Lease[]; most: number }) {
  const t = useTranslations("leases");
  return (
    <section aria-labelledby="your-leases">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <h2 id="your-leases" className="text-base">
          {t("yours")}{" "}
          {leases.length === 0 ? null : (
            <span className="ml-1 font-normal text-faint text-sm tabular-nums">
              {t("count", { count: leases.length, most })}
            </span>
          )}
        </h2>
        {leases.length > 1 ? <EndAllLeases from="containers" /> : null}
      </div>
      {leases.length === 0 ? (
        <Panel>
          <EmptyState icon={Container} title={t("nothing")}>
            {t("nothingText")}
          </EmptyState>
        </Panel>
      ) : (
        <LeaseList leases={leases} from="containers" />
      )}
    </section>
  );
}

function Points({ offer }: { offer: LeaseOffer }) {
  const t = useTranslations("leases");
  const points = ["one", "you", offer.outlivesSession ? "endsOutlives" : "ends"] as const;
  return (
    <div className="flex flex-col gap-4 text-sm lg:pt-7">
      <dl className="flex flex-col gap-4">
        {points.map((point) => (
          <div key={point} className="max-w-prose">
            <dt className="font-medium">{t(`points.${point}.title`)}</dt>
            <dd className="mt-0.5 text-soft">{t(`points.${point}.text`)}</dd>
          </div>
        ))}
      </dl>
      {offer.networks.length === 0 ? null : (
        <p className="max-w-prose text-soft">{t("networks", { networks: offer.networks.join(", ") })}</p>
      )}
      {offer.url.startsWith("http:") ? <Notice>{t("httpOnly")}</Notice> : null}
    </div>
  );
}

function NoRoles() {
  const t = useTranslations("leases");
  return (
    <Panel>
      <EmptyState icon={Container} title={t("noRoles")}>
        {t("noRolesText")}
      </EmptyState>
    </Panel>
  );
}

function SwitchedOff() {
  const t = useTranslations("leases");
  const ofSessions = useTranslations("sessions");
  const toRoles = <ButtonLink href="/">{ofSessions("toRoles")}</ButtonLink>;
  return (
    <TerminalPage title={t("title")} lead={t("lead")}>
      <Panel>
        <EmptyState icon={Power} title={t("off")} action={toRoles}>
          {t("offText")}
        </EmptyState>
      </Panel>
    </TerminalPage>
  );
}
