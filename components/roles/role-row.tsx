import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, memo, Suspense, useCallback, useContext, useId, useMemo, useReducer } from "react";
import type { OpenCredentials } from "../credentials/use-credentials-dialog";
import { StarButton } from "../preferences/star-button";
import { firstChoice, type SessionChoice } from "../session-options/session-choice";
import { Button, ButtonLink } from "../ui/button";
import { classNames } from "../ui/class-names";
import { useDurationText } from "../ui/use-duration-text";
import { ConsoleButtons } from "./console-buttons";
import { environmentEdge } from "./environment-badge";
import { RoleHeading } from "./role-heading";
import type { AccountRole } from "./role-view";
import { RowMemoryContext, type RowState } from "./row-memory";
import type { RoleRowItem } from "./rows/build-rows";
import { sameRow } from "./rows/same-row";
import type { Marks } from "./search/role-search";

// The list of Regions and its fields arrive when somebody asks for them: the first load is for everybody.
const RoleOptions = lazy(() => import("./role-options").then((module) => ({ default: module.RoleOptions })));

// One element for all rows, which React then passes by.
const KEY = <KeyRound aria-hidden className="size-3.5 text-faint" />;

type RoleRowProps = {
  readonly row: RoleRowItem;
  readonly alias: string | null;
  readonly marks: Marks;
  readonly isActive: boolean;
  readonly onCredentials: OpenCredentials;
};

/** How the row was left. Kept beside it: rows out of sight are not there, and a search shows others in their places. */
function useRowState({ key, role }: RoleRowItem) {
  const memory = useContext(RowMemoryContext);
  const [, show] = useReducer((changes: number) => changes + 1, 0);
  const untouched = useMemo(() => ({ choice: firstChoice(role), showsOptions: false }), [role]);
  const state = memory.get(key) ?? untouched;
  const change = useCallback(
    (changed: Partial<RowState>) => {
      memory.set(key, { ...(memory.get(key) ?? untouched), ...changed });
      show();
    },
    [memory, key, untouched],
  );
  return { ...state, change };
}

export const RoleRow = memo(function RoleRow({ row, alias, marks, isActive, onCredentials }: RoleRowProps) {
  const t = useTranslations("roles");
  const { showsOptions, choice, change } = useRowState(row);
  const formId = useId();
  const onToggle = useCallback(() => change({ showsOptions: !showsOptions }), [change, showsOptions]);
  const durationText = useDurationText();
  const { account, role } = row;
  const where = { role: role.roleName, account: account.accountName };
  return (
    <div
      data-row={row.at}
      className={classNames(
        "border-line border-x border-b px-4 py-2.5",
        isActive ? "bg-hover" : "bg-surface",
        row.isFlat && row.isFirst && "rounded-t-lg border-t",
        row.isLast && "rounded-b-lg",
        environmentEdge(account.environment, "inset"),
      )}
    >
      <div className="grid items-center gap-x-6 gap-y-2.5 md:grid-cols-[minmax(0,1fr)_13rem_16.75rem]">
        <div className="flex min-w-0 items-center gap-1.5">
          <span className="-ml-2">
            <StarButton accountId={account.accountId} roleName={role.roleName} label={t("roleIn", where)} />
          </span>
          <RoleHeading row={row} alias={alias} marks={marks} />
        </div>
        <p className="text-faint text-xs max-md:-mt-2">
          <span className="text-soft">{t("upTo", { duration: durationText(role.maxDurationSeconds) })}</span>
          <span className="md:block"> {t(`via.${role.via}`)}</span>
        </p>
        <RoleActions {...{ formId, account, role, choice, showsOptions, onToggle, onCredentials }} />
      </div>
      {showsOptions ? (
        <div data-options>
          <Suspense>
            <RoleOptions
              key={row.key}
              {...{ formId, account, role, choice }}
              onChange={(next) => change({ choice: next })}
            />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
}, sameRow);

type RoleActionsProps = AccountRole & {
  readonly formId: string;
  readonly choice: SessionChoice;
  readonly showsOptions: boolean;
  readonly onToggle: () => void;
  readonly onCredentials: OpenCredentials;
};

/** The ways in. Memoised by itself: most key presses change but what is marked beside it. */
const RoleActions = memo(function RoleActions({ onCredentials, ...props }: RoleActionsProps) {
  const t = useTranslations("roles");
  const { account, role, choice } = props;
  if (role.via === "session-token") return <IamUserLink account={account} role={role} />;
  return (
    <div className="flex gap-2 max-md:*:flex-1 md:justify-end">
      <ConsoleButtons {...props} />
      <Button data-credentials onClick={(event) => onCredentials({ account, role }, event.currentTarget, choice)}>
        {KEY}
        {t("credentials")}
        <span className="sr-only"> {t("credentialsFor", { role: role.roleName, account: account.accountName })}</span>
      </Button>
    </div>
  );
});

/** A role that takes the person's own key and code: they are typed on the page for it. */
function IamUserLink({ account, role }: AccountRole) {
  const t = useTranslations("roles");
  const query = new URLSearchParams({ account: account.accountId, role: role.roleName });
  return (
    <div className="flex max-md:*:flex-1 md:justify-end">
      <ButtonLink data-primary href={`/iam-user?${query}`}>
        {KEY}
        {t("withIamUser")}
        <span className="sr-only"> {t("credentialsFor", { role: role.roleName, account: account.accountName })}</span>
      </ButtonLink>
    </div>
  );
}
