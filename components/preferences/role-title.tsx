import { EnvironmentBadge } from "../roles/environment-badge";
import { RoleName } from "../roles/role-name";
import type { AccountRole } from "../roles/role-view";
import { classNames } from "../ui/class-names";

type RoleTitleProps = AccountRole & {
  readonly alias: string | null;
  /** On one line. */
  readonly inline?: boolean;
};

/** A role by the person's own name, if it has one; then what it is and where. */
export function RoleTitle({ account, role, alias, inline = false }: RoleTitleProps) {
  return (
    <span className={classNames("flex min-w-0", inline ? "items-center gap-2" : "flex-col")}>
      <span className="truncate font-medium text-base">
        {alias === null ? <RoleName roleName={role.roleName} /> : <bdi>{alias}</bdi>}
      </span>
      <span className="flex min-w-0 items-center gap-1.5 text-soft text-xs">
        <span className="truncate">
          {alias === null ? null : <>{role.roleName} · </>}
          {account.accountName}
        </span>
        <span className="flex shrink-0">
          <EnvironmentBadge environment={account.environment} />
        </span>
      </span>
    </span>
  );
}
