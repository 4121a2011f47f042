import { useTranslations } from "next-intl";
import { listDurationChoices } from "../credentials/duration-choices";
import type { RoleItem } from "../roles/role-view";
import { Field, Select } from "../ui/field";
import { useDurationText } from "../ui/use-duration-text";
import type { SessionChoice } from "./session-choice";
import { useLimitText } from "./use-limit-text";

type DurationFieldProps = {
  readonly id: string;
  readonly role: RoleItem;
  readonly choice: SessionChoice;
  readonly onChange: (choice: SessionChoice) => void;
};

/** How long, and why not longer. */
export function DurationField({ id, role, choice, onChange }: DurationFieldProps) {
  const t = useTranslations("sessionOptions");
  const [durationText, limitText] = [useDurationText(), useLimitText()];
  return (
    <Field id={`${id}-duration`} label={t("duration")} hint={limitText(role)}>
      <Select
        id={`${id}-duration`}
        aria-describedby={`${id}-duration-hint`}
        value={choice.durationSeconds ?? role.defaultDurationSeconds}
        onChange={(event) => onChange({ ...choice, durationSeconds: Number(event.target.value) })}
      >
        {listDurationChoices(role.maxDurationSeconds, role.defaultDurationSeconds).map((seconds) => (
          <option key={seconds} value={seconds}>
            {durationText(seconds)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
