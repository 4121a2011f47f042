import { useTranslations } from "next-intl";
import { Badge } from "../ui/badge";
import { buttonClass } from "../ui/button";
import { LocalTime } from "../ui/local-time";
import { Panel } from "../ui/panel";
import type { PortalSession } from "./activity-event";
import { useBrowserName } from "./use-browser-name";

/** Where the person is signed in. Ending a session works without scripts. */
export function SessionList({ sessions }: { sessions: readonly PortalSession[] }) {
  const t = useTranslations("activity.sessions");
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="mb-2 text-base">
        {t("title")}
      </h2>
      <Panel>
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </Panel>
      <p className="mt-2 text-faint text-xs">{t("hint")}</p>
    </section>
  );
}

function SessionRow({ session }: { session: PortalSession }) {
  const t = useTranslations("activity.sessions");
  const nameOf = useBrowserName();
  const browser = session.userAgent === null ? t("unknownBrowser") : nameOf(session.userAgent);
  const facts = {
    idp: session.idpName,
    address: () => <span className="tabular-nums">{session.address ?? t("unknownAddress")}</span>,
    since: () => <LocalTime at={session.signedInAt} />,
    end: () => <LocalTime at={session.endsAt} />,
  };
  return (
    <li className="flex items-center gap-4 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <span className="font-medium">{browser}</span>
          {session.isCurrent ? <Badge tone="good">{t("thisBrowser")}</Badge> : null}
        </p>
        <p className="text-soft text-xs">
          {session.lastSeenAt === null
            ? t.rich("where", facts)
            : t.rich("whereSeen", { ...facts, seen: () => <LocalTime at={session.lastSeenAt ?? ""} /> })}
        </p>
      </div>
      <form method="post" action="/api/sessions/end">
        <input type="hidden" name="id" value={session.id} />
        <button type="submit" className={buttonClass({ variant: "danger", size: "small" })}>
          <span>{t.rich("end", { browser, hidden: (words) => <span className="sr-only">{words}</span> })}</span>
        </button>
      </form>
    </li>
  );
}
