import { useTranslations } from "next-intl";
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

/** The page `/`. Somebody without any role gets `NoRoles` instead. */
export function RolePage({ accounts, resume = null, requester }: RolePageProps) {
  const t = useTranslations("roles");
  return (
    <>
      <PageHeading title={t("title")}>
        {t("count", { roles: countRoles(accounts), accounts: accounts.length })}
      </PageHeading>
      <RoleList accounts={accounts} resume={resume} requester={requester} />
    </>
  );
}
