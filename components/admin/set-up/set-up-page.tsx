import { FileCode2 } from "lucide-react";
import type { SetUpQuery } from "#lib/trust/set-up/query";
import { EmptyState } from "../../ui/empty-state";
import { Notice } from "../../ui/notice";
import { Panel } from "../../ui/panel";
import { AdminPage } from "../admin-page";
import { SetUpForm } from "./set-up-form";
import { SetUpText } from "./set-up-text";
import type { AccountChoice, ChosenSetUp } from "./set-up-view";

type SetUpPageProps = {
  readonly query: SetUpQuery;
  readonly accounts: readonly AccountChoice[];
  readonly chosen: ChosenSetUp | null;
};

/** The page `/admin/set-up`. */
export function SetUpPage({ query, accounts, chosen }: SetUpPageProps) {
  return (
    <AdminPage title="Set up trust" lead="What an AWS account needs to let this portal in, and nothing else.">
      {chosen === null ? (
        <Panel>
          <EmptyState icon={FileCode2} title="No roles yet">
            Name accounts and their roles under access.accounts in gatehouse.yaml. They are written here then.
          </EmptyState>
        </Panel>
      ) : (
        <div className="grid gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <SetUpForm query={query} accounts={accounts} chosen={chosen} />
          <div className="flex min-w-0 flex-col gap-4">
            <Warnings chosen={chosen} />
            <SetUpText query={query} chosen={chosen} />
          </div>
        </div>
      )}
    </AdminPage>
  );
}

function Warnings({ chosen: { unplanned, notes } }: { chosen: ChosenSetUp }) {
  return (
    <>
      {unplanned.length === 0 ? null : (
        <Notice tone="danger" title={`Left out: ${unplanned.join(", ")}`}>
          Give the ARN of the portal's IAM user or role first.
        </Notice>
      )}
      {notes.length === 0 ? null : (
        <Notice tone="warn">
          <ul className="space-y-1 [overflow-wrap:anywhere]">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
