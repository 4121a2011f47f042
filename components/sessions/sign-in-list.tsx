import { useTranslations } from "next-intl";
import type { PortalSession } from "../activity/activity-event";
import { Badge } from "../ui/badge";
import { buttonClass } from "../ui/button";
import { LocalTime } from "../ui/local-time";
import { Panel } from "../ui/panel";
import { useBrowserText } from "./use-browser-text";

/** Where the person is signed in to the portal. Ending a sign-in works without scripts. */
export function SignInList({ signIns }: { signIns: readonly PortalSession[] }) {
  const t = useTranslations("sessions");
  const hasOthers = signIns.some(({ isCurrent }) => !isCurrent);
  return (
    <section aria-labelledby="sign-ins">
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <h2 id="sign-ins" className="text-base">
          {t("signIns")}
        </h2>
        {hasOthers ? (
          <form method="post" action="/api/sessions/end-others">
            <button type="submit" className={buttonClass({ variant: "danger", size: "small" })}>
              {t("endOthers")}
            </button>
          </form>
        ) : null}
      </div>
      <Panel>
        <ul className="divide-y divide-line">
          {signIns.map((signIn) => (
            <SignInRow key={signIn.id} signIn={signIn} />
          ))}
        </ul>
      </Panel>
      <p className="mt-2 text-faint text-xs">{t("endMeans")}</p>
    </section>
  );
}

function SignInRow({ signIn }: { signIn: PortalSession }) {
  const t = useTranslations("sessions");
  const browser = useBrowserText()(signIn.userAgent);
  return (
    <li className="flex items-center gap-4 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <span className="font-medium">{browser}</span>
          {signIn.isCurrent ? <Badge tone="good">{t("thisBrowser")}</Badge> : null}
        </p>
        <p className="text-soft text-xs">
          {signIn.idpName}, <span className="tabular-nums">{signIn.address ?? t("unknownAddress")}</span>, {t("since")}{" "}
          <LocalTime at={signIn.signedInAt} />, {t("until")} <LocalTime at={signIn.endsAt} />
        </p>
      </div>
      <form method="post" action="/api/sessions/end">
        <input type="hidden" name="id" value={signIn.id} />
        <button type="submit" className={buttonClass({ variant: "danger", size: "small" })}>
          {t("end")}
          <span className="sr-only"> {signIn.isCurrent ? t("endThis") : t("endOf", { browser })}</span>
        </button>
      </form>
    </li>
  );
}
