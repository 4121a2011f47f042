import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { Phrase } from "#lib/session-policy/phrase";
import { usePhrase } from "../scope/use-phrase";
import { type FieldName, findAccessKeyIdProblem, findDeviceProblem } from "./field-problems";
import type { SessionOffer } from "./session-offer";
import { findProblems, focusFirstProblem, useKeyInputs } from "./use-key-inputs";
import { useSessionChoices } from "./use-session-choices";
import { useSessionRequest } from "./use-session-request";

/** Typed here, or run as a command on the person's own machine. */
export type Way = "page" | "command";

export function useIamUserForm(offer: SessionOffer, initialRole: string | null) {
  const t = useTranslations("iamUser");
  const say = usePhrase();
  const [way, setWay] = useState<Way>("page");
  const [scopeProblem, setScopeProblem] = useState<Phrase | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { choices, ...setters } = useSessionChoices(offer, initialRole);
  const { inputs, round, read, forget } = useKeyInputs();
  const { state, ask, close, setProblems, setProblem } = useSessionRequest(forget, t);
  const rolePartition = choices.role?.partition ?? null;
  // That a field is empty is said when the form is sent, not when somebody passes through.
  const checkField = (name: FieldName, text: string, find: (text: string) => string | null) =>
    text === "" ? undefined : setProblem(name, find(text));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (way !== "page" || state.kind === "asking") return;
    const key = read();
    const found = findProblems(t, choices, key, scopeProblem === null ? null : say(scopeProblem));
    setProblems(found);
    if (Object.keys(found).length > 0) return focusFirstProblem(form.current, found);
    const next = await ask(choices, key);
    if (next.kind === "typing") focusFirstProblem(form.current, next.problems);
  };
  const checkDevice = () => checkField("device", choices.device, (text) => findDeviceProblem(t, text, rolePartition));
  const checkKeyId = () =>
    checkField("accessKeyId", inputs.accessKeyId.current?.value ?? "", (text) => findAccessKeyIdProblem(t, text));
  const askAgain = (seconds?: number) => {
    if (seconds !== undefined) setters.setSeconds(seconds);
    close();
  };
  return {
    way,
    setWay,
    form,
    choices,
    setters: { ...setters, onScopeProblem: setScopeProblem },
    inputs,
    round,
    state,
    submit,
    checkDevice,
    checkKeyId,
    close,
    askAgain,
  };
}
