import { useCallback, useRef, useState } from "react";
import {
  FIELDS,
  type FieldName,
  type FieldProblems,
  findAccessKeyIdProblem,
  findCodeProblem,
  findDeviceProblem,
  findReasonProblem,
  findSecretProblem,
  type Words,
} from "./field-problems";
import type { TypedKey } from "./request-session-token";
import type { SessionChoices } from "./use-session-choices";

/**
 * The fields for the key and the code. `forget` empties what is secret; `round` changes then, so that those fields are made
 * anew and no old element is kept. The access key id stays, for the next code.
 */
export function useKeyInputs() {
  const accessKeyId = useRef<HTMLInputElement>(null);
  const secretAccessKey = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const [round, setRound] = useState(0);
  const read = (): TypedKey => ({
    accessKeyId: accessKeyId.current?.value ?? "",
    secretAccessKey: secretAccessKey.current?.value ?? "",
    mfaCode: code.current?.value ?? "",
  });
  const forget = useCallback(() => {
    for (const input of [secretAccessKey, code]) if (input.current !== null) input.current.value = "";
    setRound((before) => before + 1);
  }, []);
  return { inputs: { accessKeyId, secretAccessKey, code }, round, read, forget };
}

const present = (problems: Readonly<Record<string, string | null>>): FieldProblems =>
  Object.fromEntries(Object.entries(problems).flatMap(([name, text]) => (text === null ? [] : [[name, text]])));

/** All that is wrong before anything is sent. */
export function findProblems(
  t: Words,
  choices: SessionChoices,
  key: TypedKey,
  scopeProblem: string | null,
): FieldProblems {
  return present({
    reason: findReasonProblem(t, choices.reason, choices.role?.reason ?? null),
    scope: choices.role === null ? null : scopeProblem,
    device: findDeviceProblem(t, choices.device, choices.role?.partition ?? null),
    accessKeyId: findAccessKeyIdProblem(t, key.accessKeyId),
    secretAccessKey: findSecretProblem(t, key.secretAccessKey),
    code: findCodeProblem(t, key.mfaCode),
  });
}

/** Puts the person at the first field that is wrong, its text selected so that typing replaces it. */
export function focusFirstProblem(form: HTMLElement | null, problems: FieldProblems): void {
  const first = FIELDS.find((name: FieldName) => problems[name] !== undefined);
  const control = first === undefined ? null : form?.querySelector(`[data-field="${first}"]`);
  if (control instanceof HTMLInputElement) control.select();
  if (control instanceof HTMLElement) control.focus();
}
