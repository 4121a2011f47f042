"use client";
import { ArrowUpRight, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConsoleFields } from "../console/console-fields";
import { buildGoPath } from "../console/go-address";
import type { OpenCredentials } from "../credentials/use-credentials-dialog";
import type { AccountRole } from "../roles/role-view";
import { HiddenSessionFields } from "../session-options/hidden-session-fields";
import { lacksAnswers, type SessionChoice } from "../session-options/session-choice";
import { Button, ButtonLink, buttonClass } from "../ui/button";
import { type AskAgain, accountTextOf, keyOf, type OpenSession } from "./open-session";

type RenewButtonProps = {
  readonly session: OpenSession;
  readonly onCredentials: OpenCredentials;
  /** Two of the same may be on one page. */
  readonly idPrefix?: string;
};

/** As it was asked for, but for an MFA code, which is good once. */
function toChoice({ durationSeconds, scope, reason, role }: AskAgain): SessionChoice {
  const remember = (role.asks?.remembered ?? null) !== null;
  return { durationSeconds, scope, remember, reason, mfaCode: "" };
}

export function toTarget(session: OpenSession): AccountRole | null {
  const { again, accountId, accountName, environment } = session;
  if (again === null || accountId === null) return null;
  const { role, region } = again;
  return {
    account: { accountId, accountName: accountName ?? accountId, labels: {}, environment, region, roles: [role] },
    role,
  };
}

/** The same once more: role, Region, duration and scope. What needs another answer leads to where it is given. */
export function RenewButton({ session, onCredentials, idPrefix = "renew" }: RenewButtonProps) {
  const { again, kind } = session;
  const target = toTarget(session);
  if (kind === "iam-user") return <LinkToIamUser session={session} />;
  if (again === null || target === null) return null;
  const choice = toChoice(again);
  if (kind === "console") {
    return <ConsoleAgain {...{ session, again, target, choice }} formId={`${idPrefix}-${keyOf(session)}`} />;
  }
  return (
    <Button size="small" onClick={(event) => onCredentials(target, event.currentTarget, choice)}>
      <RotateCw aria-hidden className="size-3.5 text-faint" />
      <Name session={session} />
    </Button>
  );
}

function Name({ session }: { session: OpenSession }) {
  const t = useTranslations("sessions");
  return (
    <span>
      {t("renew")}
      <span className="sr-only">
        {" "}
        {t(`what.${session.kind}`, { role: session.roleName, account: accountTextOf(session) })}
      </span>
    </span>
  );
}

function LinkToIamUser({ session }: { session: OpenSession }) {
  const { accountId, roleName } = session;
  const query = new URLSearchParams({ account: accountId ?? "", role: roleName });
  return (
    <ButtonLink href={`/iam-user?${query}`} size="small" prefetch={false}>
      <RotateCw aria-hidden className="size-3.5 text-faint" />
      <Name session={session} />
    </ButtonLink>
  );
}

type ConsoleAgainProps = {
  readonly session: OpenSession;
  readonly again: AskAgain;
  readonly target: AccountRole;
  readonly choice: SessionChoice;
  readonly formId: string;
};

/** A real form into a new tab. The old console is signed out on the way: AWS would ask for just that. */
function ConsoleAgain({ session, again, target, choice, formId }: ConsoleAgainProps) {
  const { account, role } = target;
  const { destination, consoleRegion: region, reason } = again;
  if (lacksAnswers(role, choice)) {
    const href = buildGoPath({ account: account.accountId, role: role.roleName, region, destination });
    return (
      <ButtonLink href={href} size="small" prefetch={false}>
        <Name session={session} />
      </ButtonLink>
    );
  }
  return (
    <form id={formId} method="post" action="/api/console" target="_blank" rel="noopener" className="inline-flex">
      <ConsoleFields {...{ account, role, region, destination }} signOutFirst />
      <HiddenSessionFields formId={formId} role={role} choice={choice} />
      {reason === "" ? null : <input type="hidden" name="reason" value={reason} />}
      <button type="submit" className={buttonClass({ size: "small" })}>
        <ArrowUpRight aria-hidden className="size-3.5 text-faint" />
        <Name session={session} />
      </button>
    </form>
  );
}
