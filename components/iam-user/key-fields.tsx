"use client";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useId, useState } from "react";
import { Input } from "../ui/field";
import { CheckedField, describedBy } from "./checked-field";
import type { FieldProblems } from "./field-problems";
import { NO_AUTOFILL } from "./no-autofill";

/** The three fields themselves: what is in them is read when it is sent, and is in no state of the page. */
export type KeyInputs = {
  readonly accessKeyId: RefObject<HTMLInputElement | null>;
  readonly secretAccessKey: RefObject<HTMLInputElement | null>;
  readonly code: RefObject<HTMLInputElement | null>;
};

type KeyFieldsProps = {
  readonly inputs: KeyInputs;
  /** Another number makes the secret fields anew. */
  readonly round: number;
  readonly problems: FieldProblems;
  readonly onKeyIdLeft: () => void;
};

export function KeyFields({ inputs, round, problems, onKeyIdLeft }: KeyFieldsProps) {
  const t = useTranslations("iamUser");
  const codeHint = t("codeHint");
  const id = useId();
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-4 sm:grid-cols-[13rem_minmax(0,1fr)]">
        <CheckedField id={`${id}-key`} label={t("accessKeyId")} problem={problems.accessKeyId}>
          <Input
            id={`${id}-key`}
            ref={inputs.accessKeyId}
            data-field="accessKeyId"
            className="font-mono"
            maxLength={140}
            onBlur={onKeyIdLeft}
            placeholder="AKIA…"
            {...describedBy(`${id}-key`, { problem: problems.accessKeyId })}
            {...NO_AUTOFILL}
          />
        </CheckedField>
        <SecretField key={`secret-${round}`} inputs={inputs} problem={problems.secretAccessKey} />
      </div>
      <CheckedField key={`code-${round}`} id={`${id}-code`} label={t("code")} hint={codeHint} problem={problems.code}>
        <Input
          id={`${id}-code`}
          ref={inputs.code}
          data-field="code"
          inputMode="numeric"
          enterKeyHint="go"
          pattern="\s*([0-9]\s*){6}"
          maxLength={12}
          placeholder="000000"
          className="h-12! max-w-56 text-center font-mono text-2xl! tracking-[0.25em] tabular-nums placeholder:opacity-40"
          {...describedBy(`${id}-code`, { hint: codeHint, problem: problems.code })}
          {...NO_AUTOFILL}
        />
      </CheckedField>
    </div>
  );
}

/**
 * Hidden from whoever looks over a shoulder, but not by `type=password`: for that one a browser offers to save what was
 * typed, whatever `autocomplete` says. All engines know this property; one that did not would show the text.
 */
function SecretField({ inputs, problem }: { inputs: KeyInputs; problem: string | undefined }) {
  const t = useTranslations("iamUser");
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  const show = (
    <button
      type="button"
      aria-pressed={isShown}
      aria-controls={id}
      onClick={() => setIsShown(!isShown)}
      className="inline-flex items-center gap-1 rounded-sm text-soft text-xs hover:text-ink pointer-coarse:py-1"
    >
      <Icon aria-hidden className="size-3.5" />
      <span>{t.rich("show", { hidden: (words) => <span className="sr-only">{words}</span> })}</span>
    </button>
  );
  return (
    <CheckedField id={id} label={t("secretAccessKey")} problem={problem} aside={show}>
      <Input
        id={id}
        ref={inputs.secretAccessKey}
        data-field="secretAccessKey"
        className={isShown ? "font-mono" : "font-mono [-webkit-text-security:disc]"}
        maxLength={200}
        {...describedBy(id, { problem })}
        {...NO_AUTOFILL}
      />
    </CheckedField>
  );
}
