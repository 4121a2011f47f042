"use client";
import { memo } from "react";
import type { OpenCredentials } from "../credentials/use-credentials-dialog";
import { classNames } from "../ui/class-names";
import { AccountHeading } from "./account-heading";
import { isProduction } from "./environment";
import { RoleRow } from "./role-row";
import type { RoleView } from "./role-view";

type AccountSectionProps = {
  readonly account: RoleView;
  readonly onCredentials: OpenCredentials;
};

/** One account with its roles. Memoised: a key press in the filter renders only what it changes. */
export const AccountSection = memo(function AccountSection({ account, onCredentials }: AccountSectionProps) {
  const headingId = `account-${account.accountId}`;
  return (
    <section
      aria-labelledby={headingId}
      className={classNames(
        "lazy-section overflow-hidden rounded-lg border border-line bg-surface shadow-rise",
        isProduction(account.labels) && "border-l-[3px] border-l-danger-solid",
      )}
    >
      <AccountHeading account={account} headingId={headingId} />
      <ul className="divide-y divide-line">
        {account.roles.map((role) => (
          <RoleRow key={role.roleName} account={account} role={role} onCredentials={onCredentials} />
        ))}
      </ul>
    </section>
  );
});
