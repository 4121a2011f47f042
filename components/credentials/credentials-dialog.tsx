"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useState } from "react";
import { ProblemView } from "../errors/problem-view";
import type { Directory } from "../roles/directory/directory";
import { EnvironmentBadge } from "../roles/environment-badge";
import type { AccountRole } from "../roles/role-view";
import { lacksAnswers, type SessionChoice } from "../session-options/session-choice";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { CredentialsView } from "./credentials-view";
import type { Refusal } from "./parse-reply";
import type { Reply } from "./request-credentials";
import { RequestForm } from "./request-form";
import { toRequest } from "./to-request";
import { type CredentialsState, useCredentials } from "./use-credentials";

type CredentialsDialogProps = {
  readonly directory: Directory;
  readonly target: AccountRole | null;
  readonly choice: SessionChoice;
  readonly firstReply: Promise<Reply | null> | null;
  readonly returnFocusTo: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

type Subject = { readonly accountId: string; readonly accountName: string; readonly roleName: string };

function subjectOf(target: AccountRole | null, state: CredentialsState): Subject | null {
  if (target !== null) return { ...target.account, roleName: target.role.roleName };
  return state.kind === "issued" ? state.issued : null;
}

/** Credentials for one role, from asking to forgetting. */
export function CredentialsDialog(props: CredentialsDialogProps) {
  const { directory, target, firstReply, returnFocusTo, onClose } = props;
  const { state, ask, choose } = useCredentials(firstReply, onClose);
  const [choice, setChoice] = useState(props.choice);
  const t = useTranslations("credentials");
  const subject = subjectOf(target, state);
  const role = subject === null ? null : (target ?? directory.find(subject.accountId, subject.roleName));
  const askFor = (next: SessionChoice) => {
    setChoice(next);
    if (role !== null) return ask(toRequest(role, next));
    if (subject !== null) ask({ accountId: subject.accountId, roleName: subject.roleName });
  };
  const askAgain = (durationSeconds?: number) => {
    // A code is good once.
    const next = { ...choice, mfaCode: "", durationSeconds: durationSeconds ?? choice.durationSeconds };
    if (!lacksAnswers(role?.role ?? null, next)) return askFor(next);
    setChoice(next);
    choose();
  };
  const change = () => {
    setChoice({ ...choice, mfaCode: "" });
    choose();
  };
  return (
    <Dialog
      title={subject?.roleName ?? t("title")}
      description={<Where subject={subject} role={role} />}
      onClose={onClose}
      returnFocusTo={returnFocusTo}
    >
      {state.kind === "choosing" && role !== null ? (
        <RequestForm
          target={role}
          first={choice}
          refusal={state.refusal}
          startsNarrowing={state.refusal === null && !lacksAnswers(role.role, choice)}
          onAsk={askFor}
        />
      ) : state.kind === "refused" || state.kind === "choosing" ? (
        <Refused problem={state.refusal} onAgain={subject === null ? null : () => askAgain()} />
      ) : (
        <CredentialsView
          issued={state.kind === "issued" ? state.issued : null}
          clockOffsetMs={state.kind === "issued" ? state.clockOffsetMs : 0}
          isLeaving={state.kind === "leaving"}
          role={role?.role ?? null}
          onAskAgain={askAgain}
          onChange={role === null ? null : change}
        />
      )}
    </Dialog>
  );
}

function Refused({ problem, onAgain }: { problem: Refusal | null; onAgain: (() => void) | null }) {
  const t = useTranslations("credentials");
  return (
    <div className="overflow-y-auto p-4 sm:p-6">
      <ProblemView problem={problem ?? { code: "role_not_granted", title: t("notGranted"), message: "" }}>
        {onAgain === null ? null : <Button onClick={onAgain}>{t("tryAgain")}</Button>}
      </ProblemView>
    </div>
  );
}

function Where({ subject, role }: { subject: Subject | null; role: AccountRole | null }) {
  const t = useTranslations("credentials");
  if (subject === null) return <span>{t("goingOn")}</span>;
  return (
    <>
      <span className="sr-only">{t("in")}</span>
      <span className="truncate">{subject.accountName}</span>
      <span className="font-mono text-xs tabular-nums">{subject.accountId}</span>
      {role === null ? null : <EnvironmentBadge environment={role.account.environment} />}
    </>
  );
}
