"use client";
import { ArrowUpRight, KeyRound, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OpenCredentials } from "../credentials/use-credentials-dialog";
import type { AccountRole } from "../roles/role-view";
import { HiddenSessionFields } from "../session-options/hidden-session-fields";
import { lacksAnswers } from "../session-options/session-choice";
import { durationText } from "../ui/duration-text";
import type { LastUse } from "./preferences";
import { RoleTitle } from "./role-title";
import { useConsoleOptions } from "./use-console-options";

type RecentRoleProps = AccountRole & {
  readonly alias: string | null;
  readonly last: LastUse;
  readonly onCredentials: OpenCredentials;
};

const BUTTON =
  "flex w-full items-center gap-2.5 rounded-md border border-edge bg-surface h-9 px-2.5 pointer-coarse:h-11 text-left shadow-rise transition-colors hover:bg-hover";

/** A role as it was used the last time, in one click: with the same Region, for as long. */
export function RecentRole({ account, role, alias, last, onCredentials }: RecentRoleProps) {
  // The fields, where the role asks for an answer each time, begin with the last Region too.
  const there = { account: { ...account, region: last.region ?? account.region }, role };
  const { formId, choice, showsOptions, toggle, options } = useConsoleOptions(there, last.durationSeconds);
  const words = (
    <RecentWords {...{ account, role, alias, last }} icon={last.kind === "console" ? ArrowUpRight : KeyRound} />
  );
  return (
    <>
      <li className="max-w-full shrink-0 max-sm:max-w-104 max-sm:snap-start">
        {last.kind === "credentials" ? (
          <button
            type="button"
            className={BUTTON}
            onClick={(event) => onCredentials({ account, role }, event.currentTarget, choice)}
          >
            {words}
          </button>
        ) : (
          <form id={formId} method="post" action="/api/console" target="_blank" rel="noopener">
            <input type="hidden" name="accountId" value={account.accountId} />
            <input type="hidden" name="roleName" value={role.roleName} />
            {showsOptions ? null : <input type="hidden" name="region" value={there.account.region} />}
            <HiddenSessionFields formId={formId} role={role} choice={choice} />
            <button
              type="submit"
              className={BUTTON}
              onClick={(event) => {
                if (showsOptions || !lacksAnswers(role, choice)) return;
                event.preventDefault();
                toggle();
              }}
            >
              {words}
            </button>
          </form>
        )}
      </li>
      {options}
    </>
  );
}

type RecentWordsProps = Omit<RecentRoleProps, "onCredentials"> & { readonly icon: LucideIcon };

function RecentWords({ account, role, alias, last, icon: Icon }: RecentWordsProps): ReactNode {
  const t = useTranslations("preferences");
  const region = last.region ?? account.region;
  const duration = durationText(Math.min(last.durationSeconds ?? role.defaultDurationSeconds, role.maxDurationSeconds));
  return (
    <>
      <Icon aria-hidden className="size-3.5 shrink-0 text-faint" />
      <span className="sr-only">{last.kind === "console" ? t("openAgain") : t("credentialsAgain")} </span>
      <RoleTitle account={account} role={role} alias={alias} inline />
      <span className="ml-auto shrink-0 pl-2 text-right text-faint text-xs tabular-nums">
        <span className="sr-only">, </span>
        {last.kind === "console" ? t("regionAndDuration", { region, duration }) : duration}
      </span>
      {last.kind === "console" ? <span className="sr-only">, {t("newTab")}</span> : null}
    </>
  );
}
