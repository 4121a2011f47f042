"use client";
import { Hourglass, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type OpenCredentials, useCredentialsDialog } from "../credentials/use-credentials-dialog";
import { createDirectory } from "../roles/directory/directory";
import { Button } from "../ui/button";
import { type ExpiryNotice, listNotices } from "./expiry-notice";
import { accountTextOf, type OpenSession } from "./open-session";
import { RenewButton } from "./renew-button";
import { useNotification } from "./use-notification";
import { useOpenSessions } from "./use-open-sessions";
import { useTitle } from "./use-title";

const NONE = createDirectory([]);

/** Ten and two minutes before something ends: in the tab's title, at the bottom of the page, aloud, and if wanted by the browser. */
export function ExpiryWatch() {
  const t = useTranslations("sessions");
  const seen = useOpenSessions();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const { openCredentials, dialog } = useCredentialsDialog(NONE, null);
  const notices = seen === null ? [] : listNotices(seen.sessions, seen.now);
  const notice = notices.find(({ key }) => !dismissed.includes(key)) ?? null;
  const what = notice === null ? null : namesOf(notice.session);
  useTitle(what === null || notice === null ? null : t("tabTitle", { minutes: notice.minutesLeft, ...what }));
  // Said with the stage, not with each minute: it is to be said once.
  const said =
    what === null || notice === null ? "" : t(`ends.${notice.session.kind}`, { minutes: notice.stage, ...what });
  useNotification(notice?.key ?? null, said);
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      {notice === null ? null : (
        <NoticeBar
          notice={notice}
          onCredentials={openCredentials}
          onDismiss={() => setDismissed([...dismissed, notice.key])}
        />
      )}
      {dialog}
    </>
  );
}

const namesOf = (session: OpenSession) => ({ role: session.roleName, account: accountTextOf(session) });

type NoticeBarProps = {
  readonly notice: ExpiryNotice<OpenSession>;
  readonly onCredentials: OpenCredentials;
  readonly onDismiss: () => void;
};

function NoticeBar({ notice: { session, minutesLeft, stage }, onCredentials, onDismiss }: NoticeBarProps) {
  const t = useTranslations("sessions");
  return (
    <section
      aria-label={t("soon")}
      className="forced-edge fixed inset-x-4 bottom-4 z-30 mx-auto flex max-w-xl animate-arrive flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-surface px-3.5 py-2.5 shadow-float"
    >
      <Hourglass aria-hidden className={stage === 2 ? "size-4 text-danger" : "size-4 text-warn"} />
      <p className="min-w-0 flex-1 basis-48 text-sm">
        {t(`ends.${session.kind}`, { minutes: minutesLeft, ...namesOf(session) })}
      </p>
      <div className="ml-auto flex items-center gap-1.5">
        <RenewButton session={session} onCredentials={onCredentials} idPrefix="watch" />
        <Button variant="quiet" size="small" onClick={onDismiss}>
          <X aria-hidden className="size-3.5" />
          <span className="sr-only">{t("dismiss")}</span>
        </Button>
      </div>
    </section>
  );
}
