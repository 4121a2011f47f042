import { Badge } from "../ui/badge";
import { buttonClass } from "../ui/button";
import { LocalTime } from "../ui/local-time";
import { Panel } from "../ui/panel";
import type { PortalSession } from "./activity-event";

/** Where the person is signed in. Ending a session works without scripts. */
export function SessionList({ sessions }: { sessions: readonly PortalSession[] }) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions" className="mb-2 text-base">
        Where you are signed in
      </h2>
      <Panel>
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} />
          ))}
        </ul>
      </Panel>
      <p className="mt-2 text-faint text-xs">
        Ending a session signs that browser out of the portal. Credentials already issued stay valid until they expire.
      </p>
    </section>
  );
}

function SessionRow({ session }: { session: PortalSession }) {
  const browser = session.userAgentShort ?? "Unknown browser";
  return (
    <li className="flex items-center gap-4 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <span className="font-medium">{browser}</span>
          {session.isCurrent ? <Badge tone="good">This browser</Badge> : null}
        </p>
        <p className="text-soft text-xs">
          {session.idpName}, <span className="tabular-nums">{session.address ?? "unknown address"}</span>, since{" "}
          <LocalTime at={session.signedInAt} />, ends <LocalTime at={session.endsAt} />
          {session.lastSeenAt === null ? null : (
            <>
              , last seen <LocalTime at={session.lastSeenAt} />
            </>
          )}
        </p>
      </div>
      <form method="post" action="/api/sessions/end">
        <input type="hidden" name="id" value={session.id} />
        <button type="submit" className={buttonClass({ variant: "danger", size: "small" })}>
          End<span className="sr-only"> the session of {browser}</span>
        </button>
      </form>
    </li>
  );
}
