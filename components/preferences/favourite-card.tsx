"use client";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { OpenCredentials } from "../credentials/use-credentials-dialog";
import { ConsoleButtons } from "../roles/console-buttons";
import { environmentEdge } from "../roles/environment-badge";
import type { AccountRole } from "../roles/role-view";
import { Button, ButtonLink } from "../ui/button";
import { classNames } from "../ui/class-names";
import { RoleTitle } from "./role-title";
import { useConsoleOptions } from "./use-console-options";

type FavouriteCardProps = AccountRole & {
  readonly alias: string | null;
  readonly onCredentials: OpenCredentials;
};

/** One favourite: what it is, and its two buttons. */
export function FavouriteCard({ account, role, alias, onCredentials }: FavouriteCardProps) {
  const { formId, choice, showsOptions, toggle, options } = useConsoleOptions({ account, role }, null);
  return (
    <>
      <li
        className={classNames(
          "flex items-center justify-between gap-3 rounded-lg border border-line bg-surface px-3 py-2 shadow-rise max-sm:w-[78%] max-sm:shrink-0 max-sm:snap-start max-sm:flex-col max-sm:items-stretch max-sm:gap-2",
          environmentEdge(account.environment, "left"),
        )}
      >
        <RoleTitle account={account} role={role} alias={alias} />
        {role.via === "session-token" ? (
          <IamUserLink account={account} role={role} />
        ) : (
          <div className="flex shrink-0 gap-1.5 max-sm:*:first:flex-1">
            <ConsoleButtons {...{ formId, account, role, choice, showsOptions }} onToggle={toggle} />
            <CredentialsButton
              account={account}
              role={role}
              onClick={(button) => onCredentials({ account, role }, button, choice)}
            />
          </div>
        )}
      </li>
      {options}
    </>
  );
}

type CredentialsButtonProps = AccountRole & { readonly onClick: (button: HTMLButtonElement) => void };

function CredentialsButton({ account, role, onClick }: CredentialsButtonProps) {
  const t = useTranslations("preferences");
  const name = t("credentials", { role: role.roleName, account: account.accountName });
  return (
    <Button size="icon" aria-label={name} title={name} onClick={(event) => onClick(event.currentTarget)}>
      <KeyRound aria-hidden className="size-3.5 text-faint" />
    </Button>
  );
}

/** A role that takes the person's own key and code: they are typed on the page for it. */
function IamUserLink({ account, role }: AccountRole) {
  const t = useTranslations("preferences");
  const query = new URLSearchParams({ account: account.accountId, role: role.roleName });
  return (
    <ButtonLink href={`/iam-user?${query}`} prefetch={false} className="shrink-0">
      <KeyRound aria-hidden className="size-3.5 text-faint" />
      {t("iamUser")}
      <span className="sr-only"> {t("forRole", { role: role.roleName, account: account.accountName })}</span>
    </ButtonLink>
  );
}
