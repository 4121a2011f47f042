"use client";
import type { RefObject } from "react";
import { ProblemView } from "../errors/problem-view";
import { EnvironmentBadge } from "../roles/account-heading";
import type { AccountRole, RoleView } from "../roles/role-view";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { CredentialsSkeleton } from "./credentials-skeleton";
import { CredentialsView } from "./credentials-view";
import type { Reply } from "./request-credentials";
import { type CredentialsState, useCredentials } from "./use-credentials";

type CredentialsDialogProps = {
  readonly accounts: readonly RoleView[];
  readonly target: AccountRole | null;
  readonly firstReply: Promise<Reply | null>;
  readonly returnFocusTo: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

type Subject = { readonly accountId: string; readonly accountName: string; readonly roleName: string };

function findTarget(accounts: readonly RoleView[], { accountId, roleName }: Subject): AccountRole | null {
  const account = accounts.find((candidate) => candidate.accountId === accountId);
  const role = account?.roles.find((candidate) => candidate.roleName === roleName);
  return account === undefined || role === undefined ? null : { account, role };
}

function subjectOf(target: AccountRole | null, state: CredentialsState): Subject | null {
  if (target !== null) return { ...target.account, roleName: target.role.roleName };
  return state.kind === "issued" ? state.issued : null;
}

/** Credentials for one role, from asking to forgetting. */
export function CredentialsDialog({ accounts, target, firstReply, returnFocusTo, onClose }: CredentialsDialogProps) {
  const { state, ask } = useCredentials(firstReply, onClose);
  const subject = subjectOf(target, state);
  const role = subject === null ? null : (target ?? findTarget(accounts, subject));
  const askAgain = (durationSeconds?: number) => {
    if (subject === null) return;
    const { accountId, roleName } = subject;
    ask({ accountId, roleName, ...(durationSeconds === undefined ? {} : { durationSeconds }) });
  };
  return (
    <Dialog
      title={subject?.roleName ?? "Credentials"}
      description={<Where subject={subject} role={role} />}
      onClose={onClose}
      returnFocusTo={returnFocusTo}
    >
      {state.kind === "issued" ? (
        <CredentialsView
          issued={state.issued}
          clockOffsetMs={state.clockOffsetMs}
          role={role?.role ?? null}
          onAskAgain={askAgain}
        />
      ) : state.kind === "refused" ? (
        <div className="overflow-y-auto p-4 sm:p-6">
          <ProblemView problem={state.refusal}>
            {subject === null ? null : <Button onClick={() => askAgain()}>Try again</Button>}
          </ProblemView>
        </div>
      ) : (
        <CredentialsSkeleton isLeaving={state.kind === "leaving"} />
      )}
    </Dialog>
  );
}

function Where({ subject, role }: { subject: Subject | null; role: AccountRole | null }) {
  if (subject === null) return <span>Going on where you were</span>;
  return (
    <>
      <span className="sr-only">Credentials in</span>
      <span className="truncate">{subject.accountName}</span>
      <span className="font-mono text-xs tabular-nums">{subject.accountId}</span>
      {role === null ? null : <EnvironmentBadge labels={role.account.labels} />}
    </>
  );
}
