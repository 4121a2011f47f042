"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useCredentialsDialog } from "../credentials/use-credentials-dialog";
import { createDirectory } from "../roles/directory/directory";
import { type Requester, RequesterContext } from "../session-options/requester";
import { Panel } from "../ui/panel";
import { keyOf, type OpenSession } from "./open-session";
import { OpenSessionRow } from "./open-session-row";
import { ISSUED_EVENT } from "./session-events";

const NONE = createDirectory([]);

/** The portal's clock, every second once the page is alive; null before. */
function useClock(serverNow: string): Date | null {
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    const offset = Date.parse(serverNow) - Date.now();
    const offsetMs = Math.abs(offset) > 5_000 ? offset : 0;
    const tick = () => setNow(new Date(Date.now() + offsetMs));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [serverNow]);
  return now;
}

/** Looks again after each issue, and when somebody comes back from a console in another tab. */
function useRefresh() {
  const router = useRouter();
  useEffect(() => {
    const refresh = () => router.refresh();
    window.addEventListener(ISSUED_EVENT, refresh);
    window.addEventListener("focus", refresh);
    return () => {
      window.removeEventListener(ISSUED_EVENT, refresh);
      window.removeEventListener("focus", refresh);
    };
  }, [router]);
}

type OpenSessionListProps = {
  readonly sessions: readonly OpenSession[];
  readonly now: string;
  readonly requester: Requester;
};

export function OpenSessionList({ sessions, now, requester }: OpenSessionListProps) {
  const clock = useClock(now);
  const { openCredentials, dialog } = useCredentialsDialog(NONE, null);
  useRefresh();
  return (
    <RequesterContext value={requester}>
      <Panel>
        <ul className="divide-y divide-line">
          {sessions.map((session) => (
            <OpenSessionRow key={keyOf(session)} session={session} now={clock} onCredentials={openCredentials} />
          ))}
        </ul>
      </Panel>
      {dialog}
    </RequesterContext>
  );
}
