import type { OpenCredentials } from "../../credentials/use-credentials-dialog";
import { AccountHeading } from "../account-heading";
import { RoleRow } from "../role-row";
import type { Marks } from "../search/role-search";
import type { Row } from "./build-rows";

/** What every row is shown with. */
export type RowView = {
  readonly marksOf: (entry: number) => Marks;
  readonly aliasOf: (accountId: string, roleName: string) => string | null;
  readonly roleCount: number;
  /** Enter in the search field is about the first role. */
  readonly isFirstActive: boolean;
  readonly onToggle: (accountId: string) => void;
  readonly onCredentials: OpenCredentials;
};

/** One line of the list: an account, or a role with its place among all of them, most of which are not there. */
export function RowItem({ row, ...view }: RowView & { row: Row }) {
  const { marksOf, aliasOf, roleCount, isFirstActive, onToggle, onCredentials } = view;
  if (row.kind === "account") {
    return (
      // biome-ignore lint/a11y/useSemanticElements: the list's rows lie in boxes that place them, which a ul must not hold.
      <div role="listitem" className={row.isFirst ? undefined : "pt-4"}>
        <AccountHeading row={row} marks={marksOf(row.entry)} onToggle={onToggle} />
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above.
    <div role="listitem" aria-setsize={roleCount} aria-posinset={row.at + 1}>
      <RoleRow
        row={row}
        alias={aliasOf(row.account.accountId, row.role.roleName)}
        marks={marksOf(row.entry)}
        isActive={isFirstActive && row.at === 0}
        onCredentials={onCredentials}
      />
    </div>
  );
}
