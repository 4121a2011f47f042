import { useTranslations } from "next-intl";
import type { KnownUserAgent } from "#lib/audit/user-agent";
import { buttonClass } from "../ui/button";
import { LocalTime } from "../ui/local-time";
import { Panel } from "../ui/panel";
import { useBrowserText } from "./use-browser-text";

/** A command line that is signed in, as its person reads it. */
export type CliSignIn = {
  readonly id: string;
  readonly clientName: string;
  readonly program: KnownUserAgent | null;
  readonly address: string | null;
  /** ISO 8601, as are all times here. */
  readonly signedInAt: string;
  readonly endsAt: string;
};

/** Where the person's command lines are signed in. Ending one works without scripts. */
export function CliList({ signIns }: { signIns: readonly CliSignIn[] }) {
  const t = useTranslations("sessions");
  if (signIns.length === 0) return null;
  return (
    <section aria-labelledby="command-lines">
      <h2 id="command-lines" className="mb-2 text-base">
        {t("commandLines")}
      </h2>
      <Panel>
        <ul className="divide-y divide-line">
          {signIns.map((signIn) => (
            <CliRow key={signIn.id} signIn={signIn} />
          ))}
        </ul>
      </Panel>
      <p className="mt-2 text-faint text-xs">{t("commandLineMeans")}</p>
    </section>
  );
}

function CliRow({ signIn }: { signIn: CliSignIn }) {
  const t = useTranslations("sessions");
  const program = useBrowserText()(signIn.program);
  return (
    <li className="flex items-center gap-4 px-4 py-2.5">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 text-sm">
          <span className="font-medium">{program}</span>
          <bdi className="min-w-0 font-mono text-soft text-xs [overflow-wrap:anywhere]">{signIn.clientName}</bdi>
        </p>
        <p className="text-soft text-xs">
          <span className="tabular-nums">{signIn.address ?? t("unknownAddress")}</span>, {t("since")}{" "}
          <LocalTime at={signIn.signedInAt} />, {t("until")} <LocalTime at={signIn.endsAt} />
        </p>
      </div>
      <form method="post" action="/api/sessions/end-cli">
        <input type="hidden" name="id" value={signIn.id} />
        <button type="submit" className={buttonClass({ variant: "danger", size: "small" })}>
          {t("end")}
          <span className="sr-only"> {t("endOf", { browser: `${program} (${signIn.clientName})` })}</span>
        </button>
      </form>
    </li>
  );
}
