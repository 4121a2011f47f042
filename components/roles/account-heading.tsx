import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { classNames } from "../ui/class-names";
import { EnvironmentBadge, environmentEdge } from "./environment-badge";
import { Marked } from "./marked";
import type { AccountRow } from "./rows/build-rows";
import { sameRow } from "./rows/same-row";
import type { Marks } from "./search/role-search";

const SHOWN_LABELS = 4;

type AccountHeadingProps = {
  readonly row: AccountRow;
  readonly marks: Marks;
  readonly onToggle: (accountId: string) => void;
};

/** Name, id, environment; then Region and the other labels, which say less. */
export const AccountHeading = memo(function AccountHeading({ row, marks, onToggle }: AccountHeadingProps) {
  const t = useTranslations("roles");
  const { account, count, isOpen } = row;
  return (
    <div
      className={classNames(
        "flex flex-wrap items-center gap-x-2 gap-y-1 rounded-t-lg border border-line bg-sunken py-1 pr-4 pl-1.5",
        !isOpen && "rounded-b-lg",
        environmentEdge(account.environment, "inset"),
      )}
    >
      <h2 className="min-w-0 text-base">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => onToggle(account.accountId)}
          className="flex min-h-7.5 max-w-full items-center gap-1.5 rounded-md pr-1 pl-2 pointer-coarse:min-h-10"
        >
          <ChevronDown
            aria-hidden
            className={classNames("size-3.5 shrink-0 text-faint transition-transform", !isOpen && "-rotate-90")}
          />
          <span className="truncate">
            <Marked text={account.accountName} ranges={marks.accountName} />
          </span>
        </button>
      </h2>
      <EnvironmentBadge environment={account.environment} />
      <span className="select-all font-mono text-soft text-xs tabular-nums">
        <Marked text={account.accountId} ranges={marks.accountId} />
      </span>
      {isOpen ? null : <span className="text-faint text-xs">{t("roleCount", { count })}</span>}
      <AccountLabels row={row} marks={marks} />
    </div>
  );
}, sameRow);

function AccountLabels({ row: { account }, marks }: Omit<AccountHeadingProps, "onToggle">) {
  const labels = Object.entries(account.labels).filter(([, value]) => value !== account.environment?.name);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 text-soft text-xs max-md:pl-1.5 sm:ml-auto">
      {labels.slice(0, SHOWN_LABELS).map(([name, value]) => (
        <span key={name} className="max-w-52 truncate">
          <span className="text-faint">{name}</span>{" "}
          <Marked text={value} ranges={shift(marks[`label:${name}`], name.length + 1)} />
        </span>
      ))}
      {labels.length > SHOWN_LABELS ? <span className="text-faint">+{labels.length - SHOWN_LABELS}</span> : null}
      <span className="font-mono tabular-nums">{account.region}</span>
    </span>
  );
}

/** What was found in `name=value`, in the value alone. */
function shift(ranges: Marks[string & keyof Marks] = [], by: number) {
  return ranges
    .map(([start, end]) => [Math.max(start - by, 0), end - by] as const)
    .filter(([start, end]) => start < end);
}
