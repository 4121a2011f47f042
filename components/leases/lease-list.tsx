import { useTranslations } from "next-intl";
import { useBrowserText } from "../sessions/use-browser-text";
import { Badge } from "../ui/badge";
import { buttonClass } from "../ui/button";
import { LocalTime } from "../ui/local-time";
import { Panel } from "../ui/panel";
import type { Lease } from "./lease";

type LeaseListProps = {
  readonly leases: readonly Lease[];
  /** The page to come back to. */
  readonly from: "containers" | "sessions";
};

/** The person's live leases. Ending one works without scripts. */
export function LeaseList({ leases, from }: LeaseListProps) {
  const t = useTranslations("leases");
  return (
    <>
      <Panel>
        <ul className="divide-y divide-line">
          {leases.map((lease) => (
            <LeaseRow key={lease.id} lease={lease} from={from} />
          ))}
        </ul>
      </Panel>
      <p className="mt-2 text-faint text-xs">{t("endMeans")}</p>
    </>
  );
}

function LeaseRow({ lease, from }: { lease: Lease; from: LeaseListProps["from"] }) {
  const t = useTranslations("leases");
  const { id, name, roleName, accountName, isHeld, endsAt } = lease;
  return (
    <li className="flex items-center gap-4 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <bdi className="min-w-0 font-medium [overflow-wrap:anywhere]">{name}</bdi>
          <span className="min-w-0 text-soft [overflow-wrap:anywhere]">
            {t("roleIn", { role: roleName, account: accountName })}
          </span>
          {isHeld ? null : <Badge tone="warn">{t("lost")}</Badge>}
        </p>
        <p className="text-soft text-xs">
          {t("ends")} <LocalTime at={endsAt} />, <LastUse lease={lease} />
        </p>
      </div>
      <form method="post" action="/api/leases/end">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="from" value={from} />
        <button type="submit" className={buttonClass({ variant: "danger", size: "small" })}>
          {t("end")}
          <span className="sr-only"> {t("endOf", { name })}</span>
        </button>
      </form>
    </li>
  );
}

function LastUse({ lease }: { lease: Lease }) {
  const t = useTranslations("leases");
  const programText = useBrowserText();
  const { lastUsedAt, lastAddress, lastProgram, uses } = lease;
  if (lastUsedAt === null) return t("never");
  return (
    <>
      {t("lastUsed")} <LocalTime at={lastUsedAt} /> {/* Most SDKs do not say at this address what they are. */}
      {lastProgram?.browser ? `${t("by", { program: programText(lastProgram) })} ` : null}
      {lastAddress === null ? null : <span className="tabular-nums">{`${t("from", { address: lastAddress })} `}</span>}(
      {t("times", { count: uses })})
    </>
  );
}

/** Ends all of them at once; nothing where there are none. */
export function EndAllLeases({ from }: { from: LeaseListProps["from"] }) {
  const t = useTranslations("leases");
  return (
    <form method="post" action="/api/leases/end">
      <input type="hidden" name="id" value="all" />
      <input type="hidden" name="from" value={from} />
      <button type="submit" className={buttonClass({ variant: "danger", size: "small" })}>
        {t("endAll")}
      </button>
    </form>
  );
}
