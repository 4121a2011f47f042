import { useTranslations } from "next-intl";
import type { Preferences } from "../preferences/preferences";
import type { Requester } from "../session-options/requester";
import { PageHeading } from "../shell/page-heading";
import { packDirectory } from "./directory/pack-directory";
import { RoleList } from "./role-list";

type RolePageProps = {
  readonly accounts: Parameters<typeof packDirectory>[0];
  readonly preferences: Preferences;
  /** The handle in `?resume=`, when the person comes back from the identity provider. */
  readonly resume?: string | null;
  readonly requester: Requester;
};

/** The page `/`. Somebody without any role gets `NoRoles` instead. */
export function RolePage({ accounts, preferences, resume = null, requester }: RolePageProps) {
  const t = useTranslations("roles");
  const roles = accounts.reduce((sum, account) => sum + account.roles.length, 0);
  return (
    <>
      <PageHeading title={t("title")}>{t("count", { roles, accounts: accounts.length })}</PageHeading>
      <RoleList directory={packDirectory(accounts)} preferences={preferences} resume={resume} requester={requester} />
    </>
  );
}
