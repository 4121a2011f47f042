"use client";
import { useId } from "react";
import { isPartition } from "#lib/aws/partition";
import { durationText } from "../ui/duration-text";
import { Input, Select } from "../ui/field";
import { CheckedField, describedBy } from "./checked-field";
import { limitText, listSessionDurations } from "./duration";
import type { FieldProblems } from "./field-problems";
import { NO_AUTOFILL } from "./no-autofill";
import { RoleScope } from "./role-scope";
import type { OfferedRole, SessionOffer } from "./session-offer";
import { type ChoiceSetters, roleKey, type SessionChoices } from "./use-session-choices";

export type SessionFieldsProps = ChoiceSetters & {
  /** Told null when the scope can be asked for. */
  readonly onScopeProblem: (problem: string | null) => void;
  readonly offer: SessionOffer;
  readonly choices: SessionChoices;
  readonly problems: FieldProblems;
  readonly onDeviceLeft: () => void;
};

const PARTITION_HINTS = { role: "Follows from the role.", device: "Follows from the device's ARN." } as const;

const DEVICE_HINT =
  "Under Security credentials in the console: arn:aws:iam::123456789012:mfa/name, or the serial number of a hardware device.";

/** What the session is for, how long it lasts and which device confirms it: the same for both ways of getting it. */
export function SessionFields(props: SessionFieldsProps) {
  const { offer, choices, problems, onDeviceLeft, setDevice } = props;
  const id = useId();
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      {offer.roles.length === 0 ? null : <RoleField {...props} />}
      {choices.role?.reason ? <ReasonField {...props} asked={choices.role.reason} /> : null}
      {choices.role === null ? null : <RoleScope key={roleKey(choices.role)} {...props} role={choices.role} />}
      <DurationField {...props} />
      <PartitionField {...props} />
      <CheckedField id={id} label="MFA device" hint={DEVICE_HINT} problem={problems.device} className="sm:col-span-2">
        <Input
          id={id}
          data-field="device"
          className="font-mono"
          value={choices.device}
          onChange={(event) => setDevice(event.target.value)}
          onBlur={onDeviceLeft}
          placeholder="arn:aws:iam::123456789012:mfa/name"
          {...describedBy(id, { hint: DEVICE_HINT, problem: problems.device })}
          {...NO_AUTOFILL}
        />
      </CheckedField>
    </div>
  );
}

function RoleField({ offer, choices, problems, setRole }: SessionFieldsProps) {
  const id = useId();
  const { role } = choices;
  const hint = role === null ? "With the permissions of your IAM user." : (role.description ?? role.roleArn);
  return (
    <CheckedField id={id} label="Session for" hint={hint} problem={problems.role} className="sm:col-span-2">
      <Select
        id={id}
        data-field="role"
        value={role === null ? "" : roleKey(role)}
        onChange={(event) => setRole(event.target.value)}
        {...describedBy(id, { hint, problem: problems.role })}
      >
        <option value="">My IAM user itself</option>
        <optgroup label="A role, assumed in the same step">
          {offer.roles.map((offered) => (
            <option key={roleKey(offered)} value={roleKey(offered)}>
              {offered.roleName} in {offered.accountName}
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
  const shape = pattern === null ? "" : ` Of the form ${pattern}.`;
  const hint = `${required ? "This role asks for it." : "If you have one."}${shape} It is on record, in AWS too.`;
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
  const hint = limitText(duration);
  return (
    <CheckedField id={id} label="Duration" hint={hint} problem={problems.duration}>
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
  const hint = partitionFrom === null ? `STS in ${region}.` : PARTITION_HINTS[partitionFrom];
  return (
    <CheckedField id={id} label="Partition" hint={hint}>
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
