import type { Metadata } from "next";
import { NoRoles } from "#components/errors/no-roles";
import { RolePage } from "#components/roles/role-page";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { describeEnvironments } from "#lib/broker/describe-environments";
import { describeRequester } from "#lib/broker/describe-requester";
import { explainOwnNoRoles } from "#lib/broker/explain-no-roles";
import { listPreferences } from "#lib/broker/list-preferences";
import { listRoles } from "#lib/broker/list-roles";
import { currentConfig } from "#lib/config/current";
import { idpNameOf } from "#lib/idp/idp-name";

export const generateMetadata = (): Promise<Metadata> => pageTitle("roles");

/** `/`: the accounts and roles that the person holds now. */
export default async function Page({ searchParams }: { searchParams: Promise<{ resume?: string | string[] }> }) {
  const { resume } = await searchParams;
  const handle = typeof resume === "string" ? resume : null;
  const caller = await requireIdentity();
  const [accounts, preferences, requester] = await Promise.all([
    listRoles(caller),
    listPreferences(caller),
    describeRequester(caller),
  ]);
  if (accounts.length > 0) {
    const described = await describeEnvironments(accounts);
    return <RolePage accounts={described} preferences={preferences} resume={handle} requester={requester} />;
  }
  const [config, { reason }] = await Promise.all([currentConfig(), explainOwnNoRoles(caller)]);
  const { idp, groups, groupsProblem, ...person } = caller.session.identity;
  return (
    <NoRoles
      person={person}
      idpName={idpNameOf(config, idp)}
      groups={groups}
      groupsProblem={groupsProblem}
      reason={reason}
      requestId={caller.requestId}
      support={config.portal.support ?? null}
    />
  );
}
