import { AnswerFields } from "../session-options/answer-fields";
import { DurationField } from "../session-options/duration-field";
import { ScopeSection } from "../session-options/scope-section";
import type { SessionChoice } from "../session-options/session-choice";
import { ConsoleOptions } from "./console-options";
import type { RoleItem, RoleView } from "./role-view";

type RoleOptionsProps = {
  readonly formId: string;
  readonly account: RoleView;
  readonly role: RoleItem;
  readonly choice: SessionChoice;
  readonly onChange: (choice: SessionChoice) => void;
};

const NO_ERRORS = {};

/** How a role is to be used, for both of its buttons. Rendered when asked for. */
export function RoleOptions({ formId, account, role, choice, onChange }: RoleOptionsProps) {
  return (
    <div id={`${formId}-options`} className="mt-2.5 flex animate-arrive flex-col gap-3 rounded-md bg-sunken p-3">
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        {role.asks === null ? null : (
          <AnswerFields id={formId} formId={formId} asks={role.asks} {...{ choice, onChange }} errors={NO_ERRORS} />
        )}
        <DurationField id={formId} role={role} choice={choice} onChange={onChange} />
      </div>
      <ConsoleOptions formId={formId} account={account} role={role} />
      <ScopeSection id={formId} region={account.region} role={role} choice={choice} onChange={onChange} />
    </div>
  );
}
