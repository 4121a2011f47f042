"use client";
import { useState } from "react";
import type { RoleItem } from "../roles/role-view";
import { AnswerFields } from "../session-options/answer-fields";
import { HiddenSessionFields } from "../session-options/hidden-session-fields";
import { type Requester, RequesterContext } from "../session-options/requester";
import { ScopeSection } from "../session-options/scope-section";
import { firstChoice } from "../session-options/session-choice";

type HandoffOptionsProps = {
  readonly formId: string;
  readonly region: string;
  readonly role: RoleItem;
  readonly requester: Requester;
};

const NO_ERRORS = {};

/** What can be said about the console session before it is opened. */
export function HandoffOptions({ formId, region, role, requester }: HandoffOptionsProps) {
  const [choice, setChoice] = useState(() => firstChoice(role));
  return (
    <RequesterContext value={requester}>
      <div className="flex flex-col gap-3 px-5 pb-4">
        {role.asks === null ? null : (
          <AnswerFields
            id={formId}
            formId={formId}
            asks={role.asks}
            choice={choice}
            onChange={setChoice}
            errors={NO_ERRORS}
          />
        )}
        <ScopeSection id={formId} region={region} role={role} choice={choice} onChange={setChoice} />
        <HiddenSessionFields formId={formId} role={role} choice={choice} />
      </div>
    </RequesterContext>
  );
}
