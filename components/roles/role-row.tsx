"use client";
import { KeyRound } from "lucide-react";
import { lazy, Suspense, useId, useState } from "react";
import type { OpenCredentials } from "../credentials/use-credentials-dialog";
import { StarButton } from "../preferences/star-button";
import { firstChoice } from "../session-options/session-choice";
import { Button, ButtonLink } from "../ui/button";
import { durationText } from "../ui/duration-text";
import { ConsoleButtons } from "./console-buttons";
import { RoleName } from "./role-name";
import type { AccountRole, RoleAsks, RoleItem, RoleView } from "./role-view";
import { VIA_TEXTS } from "./via-text";

// The list of Regions and its fields arrive when somebody asks for them: the first load is for everybody.
const RoleOptions = lazy(() => import("./role-options").then((module) => ({ default: module.RoleOptions })));

type RoleRowProps = {
  readonly account: RoleView;
  readonly role: RoleItem;
  readonly onCredentials: OpenCredentials;
};

export function RoleRow({ account, role, onCredentials }: RoleRowProps) {
  const [showsOptions, setShowsOptions] = useState(false);
  const [choice, setChoice] = useState(() => firstChoice(role));
  const formId = useId();
  return (
    <li className="px-4 py-2.5">
      <div className="grid items-center gap-x-6 gap-y-2.5 md:grid-cols-[minmax(0,1fr)_13rem_auto]">
        <div className="flex min-w-0 gap-2">
          <StarButton
            accountId={account.accountId}
            roleName={role.roleName}
            label={`${role.roleName} in ${account.accountName}`}
          />
          <div className="min-w-0">
            <h3 className="break-words font-medium text-base">
              <RoleName roleName={role.roleName} />
            </h3>
            {role.description === null ? null : <p className="text-sm text-soft">{role.description}</p>}
            {role.asks === null ? null : <RoleHints asks={role.asks} />}
          </div>
        </div>
        <p className="text-faint text-xs max-md:-mt-2">
          <span className="text-soft">Up to {durationText(role.maxDurationSeconds)}</span>
          <span className="md:block"> {VIA_TEXTS[role.via]}</span>
        </p>
        {role.via === "session-token" ? (
          <IamUserLink account={account} role={role} />
        ) : (
          <div className="flex gap-2 max-md:*:flex-1">
            <ConsoleButtons
              formId={formId}
              account={account}
              role={role}
              choice={choice}
              showsOptions={showsOptions}
              onToggle={() => setShowsOptions(!showsOptions)}
            />
            <Button onClick={(event) => onCredentials({ account, role }, event.currentTarget, choice)}>
              <KeyRound aria-hidden className="size-3.5 text-faint" />
              Credentials
              <RoleHint account={account} role={role} />
            </Button>
          </div>
        )}
      </div>
      {showsOptions ? (
        <Suspense>
          <RoleOptions formId={formId} account={account} role={role} choice={choice} onChange={setChoice} />
        </Suspense>
      ) : null}
    </li>
  );
}

/** A role that takes the person's own key and code: they are typed on the page for it. */
function IamUserLink({ account, role }: AccountRole) {
  const query = new URLSearchParams({ account: account.accountId, role: role.roleName });
  // As wide as the two buttons of other rows, so that the column beside it stays in line.
  return (
    <div className="flex max-md:*:flex-1 md:min-w-[15.375rem] md:justify-end">
      <ButtonLink href={`/iam-user?${query}`}>
        <KeyRound aria-hidden className="size-3.5 text-faint" />
        With your IAM user
        <RoleHint account={account} role={role} />
      </ButtonLink>
    </div>
  );
}

/** What somebody should know of a role before they click. */
function RoleHints({ asks }: { asks: RoleAsks }) {
  const hints = [
    ...(asks.reason?.required === true ? [`Asks for: ${asks.reason.label}`] : []),
    ...(asks.mfa ? ["Asks for an MFA code"] : []),
    ...asks.presets,
  ];
  return hints.length === 0 ? null : <p className="text-faint text-xs">{hints.join(" · ")}</p>;
}

/** Forty buttons of one name are of no use in a list of buttons. */
function RoleHint({ account, role }: AccountRole) {
  return (
    <span className="sr-only">
      {" "}
      for {role.roleName} in {account.accountName}
    </span>
  );
}
