import { useTranslations } from "next-intl";
import type { Preferences } from "../preferences/preferences";
import { PreferencesProvider } from "../preferences/preferences-context";
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
  readonly preferences: Preferences;
};

/** The page `/`. Somebody without any role gets `NoRoles` instead. */
export function RolePage({ accounts, resume = null, requester, preferences }: RolePageProps) {
  const t = useTranslations("roles");
  return (
    <>
      <PageHeading title={t("title")}>
        {t("count", { roles: countRoles(accounts), accounts: accounts.length })}
      </PageHeading>
      <PreferencesProvider initial={preferences}>
        <RoleList accounts={accounts} resume={resume} requester={requester} />
      </PreferencesProvider>
    </>
  );
}
