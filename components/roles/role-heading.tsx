import { useTranslations } from "next-intl";
import { useScopePart } from "../scope/use-phrase";
import { EnvironmentBadge } from "./environment-badge";
import { Marked } from "./marked";
import { RoleName } from "./role-name";
import type { RoleAsks } from "./role-view";
import type { RoleRowItem } from "./rows/build-rows";
import type { Marks } from "./search/role-search";

type RoleHeadingProps = {
  readonly row: RoleRowItem;
  /** The person's own name for it, before the role's. */
  readonly alias: string | null;
  readonly marks: Marks;
};

/** What a role is called, what it is for, and what somebody should know of it before they click. */
export function RoleHeading({ row, alias, marks }: RoleHeadingProps) {
  const { role, isFlat } = row;
  const Heading = isFlat ? "h2" : "h3";
  const name = <RoleName roleName={role.roleName} ranges={marks.roleName} />;
  return (
    <div className="min-w-0">
      <Heading className="break-words font-medium text-base">
        {alias === null ? (
          name
        ) : (
          <>
            <Marked text={alias} ranges={marks.alias} /> <span className="font-normal text-sm text-soft">{name}</span>
          </>
        )}
      </Heading>
      {isFlat ? <Where row={row} marks={marks} /> : null}
      {role.description === null ? null : (
        <p className="text-sm text-soft">
          <Marked text={role.description} ranges={marks.description} />
        </p>
      )}
      {role.asks === null ? null : <RoleHints asks={role.asks} />}
    </div>
  );
}

/** In a flat list each row says its account. */
function Where({ row: { account }, marks }: { row: RoleRowItem; marks: Marks }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm">
      <span className="truncate">
        <Marked text={account.accountName} ranges={marks.accountName} />
      </span>
      <EnvironmentBadge environment={account.environment} />
      <span className="font-mono text-soft text-xs tabular-nums">
        <Marked text={account.accountId} ranges={marks.accountId} />
      </span>
    </p>
  );
}

function RoleHints({ asks }: { asks: RoleAsks }) {
  const t = useTranslations("roles");
  const say = useScopePart();
  const hints = [
    ...(asks.reason?.required === true ? [t("asksFor", { label: asks.reason.label })] : []),
    ...(asks.mfa ? [t("asksMfa")] : []),
    ...asks.presets.map(say),
  ];
  return hints.length === 0 ? null : <p className="text-faint text-xs">{hints.join(" · ")}</p>;
}
