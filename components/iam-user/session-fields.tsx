"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { isPartition } from "#lib/aws/partition";
import type { Phrase } from "#lib/session-policy/phrase";
import { Input, Select } from "../ui/field";
import { useDurationText } from "../ui/use-duration-text";
import { CheckedField, describedBy } from "./checked-field";
import { listSessionDurations } from "./duration";
import type { FieldProblems } from "./field-problems";
import { NO_AUTOFILL } from "./no-autofill";
import { RoleScope } from "./role-scope";
import type { OfferedRole, SessionOffer } from "./session-offer";
import { type ChoiceSetters, roleKey, type SessionChoices } from "./use-session-choices";

export type SessionFieldsProps = ChoiceSetters & {
  /** Told null when the scope can be asked for. */
  readonly onScopeProblem: (problem: Phrase | null) => void;
  readonly offer: SessionOffer;
  readonly choices: SessionChoices;
  readonly problems: FieldProblems;
  readonly onDeviceLeft: () => void;
};

/** What the session is for, how long it lasts and which device confirms it: the same for both ways of getting it. */
export function SessionFields(props: SessionFieldsProps) {
  const { offer, choices, problems, onDeviceLeft, setDevice } = props;
  const t = useTranslations("iamUser");
  const deviceHint = t("deviceHint");
  const id = useId();
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      {offer.roles.length === 0 ? null : <RoleField {...props} />}
      {choices.role?.reason ? <ReasonField {...props} asked={choices.role.reason} /> : null}
      {choices.role === null ? null : <RoleScope key={roleKey(choices.role)} {...props} role={choices.role} />}
      <DurationField {...props} />
      <PartitionField {...props} />
      <CheckedField id={id} label={t("device")} hint={deviceHint} problem={problems.device} className="sm:col-span-2">
        <Input
          id={id}
          data-field="device"
          className="font-mono"
          value={choices.device}
          onChange={(event) => setDevice(event.target.value)}
          onBlur={onDeviceLeft}
          placeholder="arn:aws:iam::123456789012:mfa/name"
          {...describedBy(id, { hint: deviceHint, problem: problems.device })}
          {...NO_AUTOFILL}
        />
      </CheckedField>
    </div>
  );
}

function RoleField({ offer, choices, problems, setRole }: SessionFieldsProps) {
  const id = useId();
  const t = useTranslations("iamUser");
  const { role } = choices;
  const hint = role === null ? t("userHint") : (role.description ?? role.roleArn);
  return (
    <CheckedField id={id} label={t("sessionFor")} hint={hint} problem={problems.role} className="sm:col-span-2">
      <Select
        id={id}
        data-field="role"
        value={role === null ? "" : roleKey(role)}
        onChange={(event) => setRole(event.target.value)}
        {...describedBy(id, { hint, problem: problems.role })}
      >
        <option value="">{t("userItself")}</option>
        <optgroup label={t("aRole")}>
          {offer.roles.map((offered) => (
            <option key={roleKey(offered)} value={roleKey(offered)}>
              {t("roleIn", { role: offered.roleName, account: offered.accountName })}
            </option>
          ))}
        </optgroup>
      </Select>
    </CheckedField>
  );
}

type ReasonFieldProps = SessionFieldsProps & { readonly asked: NonNullable<OfferedRole["reason"]> };

function ReasonField({ asked, choices, problems, setReason }: ReasonFieldProps) {
  const id = useId();
  const { label, required, pattern } = asked;
  const t = useTranslations("iamUser");
  const shape = pattern === null ? "" : ` ${t("reasonForm", { pattern })}`;
  const hint = `${t(required ? "reasonRequired" : "reasonOptional")}${shape} ${t("reasonRecorded")}`;
  return (
    <CheckedField id={id} label={label} hint={hint} problem={problems.reason} className="sm:col-span-2">
      <Input
        id={id}
        data-field="reason"
        maxLength={256}
        autoComplete="off"
        required={required}
        value={choices.typedReason}
        onChange={(event) => setReason(event.target.value)}
        {...describedBy(id, { hint, problem: problems.reason })}
      />
    </CheckedField>
  );
}

function DurationField({ choices, problems, setSeconds }: SessionFieldsProps) {
  const id = useId();
  const { duration, durationSeconds } = choices;
  const t = useTranslations("iamUser");
  const durationText = useDurationText();
  const hint = t(`limits.${duration.limitedBy}`, { limit: durationText(duration.maxSeconds) });
  return (
    <CheckedField id={id} label={t("duration")} hint={hint} problem={problems.duration}>
      <Select
        id={id}
        data-field="duration"
        value={durationSeconds}
        onChange={(event) => setSeconds(Number(event.target.value))}
        {...describedBy(id, { hint, problem: problems.duration })}
      >
        {listSessionDurations(duration.maxSeconds, durationSeconds).map((seconds) => (
          <option key={seconds} value={seconds}>
            {durationText(seconds)}
          </option>
        ))}
      </Select>
    </CheckedField>
  );
}

function PartitionField({ offer, choices, setPartition }: SessionFieldsProps) {
  const id = useId();
  const { partition, partitionFrom, region } = choices;
  const t = useTranslations("iamUser");
  const hint = partitionFrom === null ? t("stsIn", { region }) : t(`partitionFrom.${partitionFrom}`);
  return (
    <CheckedField id={id} label={t("partition")} hint={hint}>
      <Select
        id={id}
        {...describedBy(id, { hint })}
        value={partition}
        disabled={partitionFrom !== null}
        onChange={(event) => (isPartition(event.target.value) ? setPartition(event.target.value) : undefined)}
      >
        {offer.partitions.map(({ id: code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </CheckedField>
  );
}
