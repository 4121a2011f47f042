import type { Requester } from "../session-options/requester";
import { PageHeading } from "../shell/page-heading";
import { countRoles } from "./filter-accounts";
import { RoleList } from "./role-list";
import type { RoleView } from "./role-view";

type RolePageProps = {
  readonly accounts: readonly RoleView[];
  /** The handle in `?resume=`, when the person comes back from the identity provider. */
  readonly resume?: string | null;
  readonly requester: Requester;
};

function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** The page `/`. Somebody without any role gets `NoRoles` instead. */
export function RolePage({ accounts, resume = null, requester }: RolePageProps) {
  return (
    <>
      <PageHeading title="Roles">
        {plural(countRoles(accounts), "role")} in {plural(accounts.length, "account")}
      </PageHeading>
      <RoleList accounts={accounts} resume={resume} requester={requester} />
    </>
  );
}
