"use client";
import { SearchX } from "lucide-react";
import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { useCredentialsDialog } from "../credentials/use-credentials-dialog";
import { Shortcuts } from "../preferences/shortcuts";
import { type Requester, RequesterContext } from "../session-options/requester";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Panel } from "../ui/panel";
import { AccountSection } from "./account-section";
import { buildAccountIndex, countRoles, filterAccounts, listEnvironments, takeRows } from "./filter-accounts";
import { RoleFilter } from "./role-filter";
import type { RoleView } from "./role-view";

// As many rows as render within a frame; the filter looks at all of them.
const ROWS_PER_STEP = 120;

type RoleListProps = {
  readonly accounts: readonly RoleView[];
  readonly resume: string | null;
  readonly requester: Requester;
};

/** The filter and the accounts. `resume` is the handle of a request that went through the identity provider and came back. */
export function RoleList({ accounts, resume, requester }: RoleListProps) {
  const [query, setQuery] = useState("");
  const [environment, setEnvironment] = useState<string | null>(null);
  const [rows, setRows] = useState(ROWS_PER_STEP);
  const { openCredentials, dialog } = useCredentialsDialog(accounts, resume);
  const index = useMemo(() => buildAccountIndex(accounts), [accounts]);
  const findRole = useCallback(
    (accountId: string, roleName: string) => {
      const account = accounts.find((one) => one.accountId === accountId);
      const role = account?.roles.find((one) => one.roleName === roleName);
      return account === undefined || role === undefined ? null : { account, role };
    },
    [accounts],
  );
  const deferredQuery = useDeferredValue(query);
  const found = useMemo(
    () => filterAccounts(index, { query: deferredQuery, environment }),
    [index, deferredQuery, environment],
  );
  const shown = takeRows(found, rows);
  const foundCount = countRoles(found);
  const hiddenCount = foundCount - countRoles(shown);
  return (
    <RequesterContext value={requester}>
      <div className="flex flex-col gap-4">
        <Shortcuts findRole={findRole} onCredentials={openCredentials} />
        <RoleFilter
          query={query}
          onQuery={(text) => {
            setQuery(text);
            setRows(ROWS_PER_STEP);
          }}
          environments={useMemo(() => listEnvironments(accounts), [accounts])}
          environment={environment}
          onEnvironment={setEnvironment}
        />
        <p role="status" className="sr-only">
          {deferredQuery === "" && environment === null ? "" : `${foundCount} roles in ${found.length} accounts`}
        </p>
        {shown.map((account) => (
          <AccountSection key={account.accountId} account={account} onCredentials={openCredentials} />
        ))}
        {found.length === 0 ? (
          <NothingFound query={deferredQuery} onClear={() => [setQuery(""), setEnvironment(null)]} />
        ) : null}
        {hiddenCount === 0 ? null : (
          <Button className="self-center" onClick={() => setRows(rows + ROWS_PER_STEP)}>
            Show more of {hiddenCount} further roles
          </Button>
        )}
        {dialog}
      </div>
    </RequesterContext>
  );
}

function NothingFound({ query, onClear }: { query: string; onClear: () => void }) {
  return (
    <Panel>
      <EmptyState icon={SearchX} title="No role matches" action={<Button onClick={onClear}>Clear the filter</Button>}>
        {query === "" ? "Nothing in this environment." : <>Nothing you hold contains “{query}”.</>}
      </EmptyState>
    </Panel>
  );
}
