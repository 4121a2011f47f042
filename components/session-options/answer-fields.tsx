import { useTranslations } from "next-intl";
import type { RoleItem } from "../roles/role-view";
import { Field, Input } from "../ui/field";
import type { SessionChoice } from "./session-choice";

type AnswerFieldsProps = {
  readonly id: string;
  /** Of the form that the fields belong to, where it is elsewhere on the page. */
  readonly formId?: string | undefined;
  readonly asks: NonNullable<RoleItem["asks"]>;
  readonly choice: SessionChoice;
  readonly onChange: (choice: SessionChoice) => void;
  readonly errors: FieldErrors;
};

/** What the portal or AWS said about a field; for the field. */
export type FieldErrors = { readonly reason?: string | undefined; readonly mfaCode?: string | undefined };

/** What the role wants to be told: a reason or ticket, the code of its MFA device. */
export function AnswerFields({ id, formId, asks, choice, onChange, errors }: AnswerFieldsProps) {
  return (
    <>
      {asks.reason === null ? null : (
        <ReasonField {...{ id, formId, choice, onChange }} reason={asks.reason} error={errors.reason} />
      )}
      {asks.mfa ? <MfaField {...{ id, formId, choice, onChange }} error={errors.mfaCode} /> : null}
    </>
  );
}

type OneField = Omit<AnswerFieldsProps, "asks" | "errors"> & { readonly error: string | undefined };

const describedBy = (id: string, error: string | undefined) => (error === undefined ? `${id}-hint` : `${id}-error`);

function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={`${id}-error`} role="alert" className="text-danger text-xs">
      {error}
    </p>
  );
}

type Reason = NonNullable<NonNullable<RoleItem["asks"]>["reason"]>;

function ReasonField({ id: prefix, formId, choice, onChange, reason, error }: OneField & { readonly reason: Reason }) {
  const id = `${prefix}-reason`;
  const t = useTranslations("sessionOptions");
  const form = reason.pattern === null ? "" : `${t("reasonForm", { pattern: reason.pattern })} `;
  return (
    <Field
      id={id}
      label={reason.required ? reason.label : t("optional", { label: reason.label })}
      hint={`${form}${t("reasonHint")}`}
    >
      <Input
        id={id}
        form={formId}
        name="reason"
        required={reason.required}
        maxLength={256}
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, error)}
        value={choice.reason}
        onChange={(event) => onChange({ ...choice, reason: event.target.value })}
      />
      <FieldError id={id} error={error} />
    </Field>
  );
}

function MfaField({ id: prefix, formId, choice, onChange, error }: OneField) {
  const t = useTranslations("sessionOptions");
  const id = `${prefix}-mfa`;
  return (
    <Field id={id} label={t("mfaCode")} hint={t("mfaHint")}>
      <Input
        id={id}
        form={formId}
        name="mfaCode"
        required
        inputMode="numeric"
        maxLength={9}
        placeholder="000 000"
        autoComplete="off"
        aria-invalid={error !== undefined}
        aria-describedby={describedBy(id, error)}
        className="font-mono tabular-nums tracking-widest"
        value={choice.mfaCode}
        onChange={(event) => onChange({ ...choice, mfaCode: event.target.value })}
      />
      <FieldError id={id} error={error} />
    </Field>
  );
}
