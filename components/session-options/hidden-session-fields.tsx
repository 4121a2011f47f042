import type { RoleItem } from "../roles/role-view";
import type { SessionChoice } from "./session-choice";
import { toSessionFields } from "./session-choice";

type HiddenSessionFieldsProps = {
  readonly formId: string;
  readonly role: RoleItem;
  readonly choice: SessionChoice;
};

/** What was chosen, as fields of a form. Reason and code are fields that people see. */
export function HiddenSessionFields({ formId, role, choice }: HiddenSessionFieldsProps) {
  const { durationSeconds, scope, rememberScope } = toSessionFields(role, choice);
  const values = {
    durationSeconds: durationSeconds?.toString(),
    scope: scope === undefined ? undefined : JSON.stringify(scope),
    rememberScope: rememberScope?.toString(),
  };
  return Object.entries(values).map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" form={formId} name={name} value={value} />,
  );
}
