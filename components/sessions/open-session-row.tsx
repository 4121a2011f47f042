"use client";
import { KeyRound, type LucideIcon, PanelTop, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { countdown } from "#lib/credentials/countdown";
import type { OpenCredentials } from "../credentials/use-credentials-dialog";
import { EnvironmentBadge } from "../roles/environment-badge";
import { RoleName } from "../roles/role-name";
import { classNames } from "../ui/class-names";
import { LocalTime } from "../ui/local-time";
import { accountTextOf, type OpenSession } from "./open-session";
import { RenewButton } from "./renew-button";
import { useBrowserText } from "./use-browser-text";

const ICONS: Readonly<Record<OpenSession["kind"], LucideIcon>> = {
  credentials: KeyRound,
  console: PanelTop,
  "iam-user": UserRound,
};

const LOOKS = { fresh: "text-ink", soon: "text-warn", expired: "text-danger" } as const;

type OpenSessionRowProps = {
  readonly session: OpenSession;
  /** Null until the page is alive. */
  readonly now: Date | null;
  readonly onCredentials: OpenCredentials;
};

export function OpenSessionRow({ session, now, onCredentials }: OpenSessionRowProps) {
  const Icon = ICONS[session.kind];
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-2 px-4 py-3 md:grid-cols-[auto_minmax(0,1fr)_11rem_auto] md:items-center">
      <Icon aria-hidden className="mt-0.5 size-4 text-faint md:mt-0" />
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-center gap-x-2 text-base">
          <span className="min-w-0 break-words">
            <RoleName roleName={session.roleName} />
            <span className="font-normal text-soft"> · {accountTextOf(session)}</span>
          </span>
          <EnvironmentBadge environment={session.environment} />
        </h3>
        <Where session={session} />
      </div>
      <p className="text-sm max-md:col-start-2 md:text-right">
        <TimeLeft session={session} now={now} />
      </p>
      <div className="max-md:col-start-2 md:min-w-24 md:text-right">
        <Renewal session={session} onCredentials={onCredentials} />
      </div>
    </li>
  );
}

function Where({ session }: { session: OpenSession }) {
  const t = useTranslations("sessions");
  const nameBrowser = useBrowserText();
  const { kind, address, userAgent, region, scope, earlier, askedAt } = session;
  const parts = [nameBrowser(userAgent), address ?? t("unknownAddress"), region, ...scope];
  return (
    <p className="text-soft text-xs [overflow-wrap:anywhere]">
      {t(`kind.${kind}`)}, <LocalTime at={askedAt} />
      {parts.map((part) => (part === null ? null : <span key={part}> · {part}</span>))}
      {earlier === 0 ? null : <span className="text-faint"> · {t("earlier", { count: earlier })}</span>}
    </p>
  );
}

function TimeLeft({ session: { expiresAt }, now }: { session: OpenSession; now: Date | null }) {
  const t = useTranslations("sessions");
  const left = now === null ? null : countdown(new Date(expiresAt), now);
  return (
    <>
      <span className={classNames("block min-h-5 font-medium tabular-nums", LOOKS[left?.freshness ?? "fresh"])}>
        {left === null ? null : left.freshness === "expired" ? t("expired") : left.text}
      </span>
      <span className="text-faint text-xs">
        {t("until")} <LocalTime at={expiresAt} />
      </span>
    </>
  );
}

function Renewal({ session, onCredentials }: Pick<OpenSessionRowProps, "session" | "onCredentials">) {
  const t = useTranslations("sessions");
  if (session.again === null && session.kind !== "iam-user") {
    return <span className="text-faint text-xs">{t("notYours")}</span>;
  }
  return <RenewButton session={session} onCredentials={onCredentials} />;
}
