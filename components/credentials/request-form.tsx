"use client";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useCallback, useId, useState } from "react";
import type { ScopeProblem } from "#lib/session-policy/scope-problem";
import type { AccountRole } from "../roles/role-view";
import { usePhrase } from "../scope/use-phrase";
import { AnswerFields } from "../session-options/answer-fields";
import { DurationField } from "../session-options/duration-field";
import { ScopeSection } from "../session-options/scope-section";
import type { SessionChoice } from "../session-options/session-choice";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { toFieldErrors } from "./field-problems";
import type { Refusal } from "./parse-reply";

type RequestFormProps = {
  readonly target: AccountRole;
  readonly first: SessionChoice;
  /** Why the last request was not good enough. */
  readonly refusal: Refusal | null;
  readonly startsNarrowing: boolean;
  readonly onAsk: (choice: SessionChoice) => void;
};

/** What can be said about a session before it is asked for. Nothing typed is lost when the portal or AWS says no. */
export function RequestForm({ target, first, refusal, startsNarrowing, onAsk }: RequestFormProps) {
  const t = useTranslations("credentials");
  const say = usePhrase();
  const id = useId();
  const [choice, setChoice] = useState(first);
  const [problem, setProblem] = useState<ScopeProblem | null>(null);
  const { account, role } = target;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === null) onAsk(choice);
  };
  const isElsewhere = refusal?.code.startsWith("scope_") === true;
  return (
    <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col" noValidate={false}>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4 sm:p-5">
        {refusal !== null && isElsewhere ? (
          <Notice tone="danger" title={refusal.title} role="alert">
            {refusal.subject ?? refusal.message}
          </Notice>
        ) : null}
        <div className="grid gap-4 sm:grid-cols-2">
          {role.asks === null ? null : (
            <AnswerFields
              id={id}
              asks={role.asks}
              choice={choice}
              onChange={setChoice}
              errors={toFieldErrors(refusal, (form) => t("looksLike", { form }))}
            />
          )}
          <DurationField id={id} role={role} choice={choice} onChange={setChoice} />
        </div>
        <ScopeSection
          id={id}
          region={account.region}
          role={role}
          choice={choice}
          onChange={setChoice}
          onProblem={useCallback((found: ScopeProblem | null) => setProblem(found), [])}
          startsOpen={startsNarrowing}
        />
      </div>
      <div className="flex flex-wrap items-center gap-3 border-line border-t bg-sunken px-4 py-3 sm:px-5">
        <Button type="submit" variant="solid" disabled={problem !== null}>
          <KeyRound aria-hidden className="size-3.5 opacity-70" />
          {t("get")}
        </Button>
        {problem === null ? null : <p className="text-danger text-sm">{say(problem.message)}</p>}
      </div>
    </form>
  );
}
