import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type IssuedCredentials, parseReply } from "../credentials/parse-reply";
import type { Problem } from "../errors/problem";
import { type FieldName, type FieldProblems, fieldOf, textOf, type Words } from "./field-problems";
import { requestSessionToken, type TypedKey } from "./request-session-token";
import type { SessionChoices } from "./use-session-choices";

export type SessionState =
  | { readonly kind: "typing"; readonly problems: FieldProblems; readonly problem: Problem | null }
  | { readonly kind: "asking" }
  | { readonly kind: "issued"; readonly issued: IssuedCredentials; readonly clockOffsetMs: number };

export const TYPING: SessionState = { kind: "typing", problems: {}, problem: null };

/** A refusal at the field that it is about, where it is about one. */
function toProblems(problem: Problem, t: Words): SessionState {
  const field = fieldOf(problem.code);
  if (field === null) return { kind: "typing", problems: {}, problem };
  const parts = [problem.title, problem.message, problem.hint ?? ""].filter((part) => part !== "");
  const text = textOf(t, problem.code) ?? parts.map((part) => part.replace(/\.?$/, ".")).join(" ");
  return {
    kind: "typing",
    problems: { [field]: text },
    problem: null,
  };
}

/** With one field's problem changed; the others and the request's own stay. While AWS is asked, nothing is wrong yet. */
function withProblem(state: SessionState, name: FieldName, text: string | null): SessionState {
  if (state.kind !== "typing") return state;
  const { [name]: _, ...others } = state.problems;
  return { ...state, problems: text === null ? others : { ...others, [name]: text } };
}

/**
 * One asking at a time. What was issued lives here until the dialog closes or the page is left, before the browser can keep a
 * picture of it for "back". `onForget` empties the fields.
 */
export function useSessionRequest(onForget: () => void, t: Words) {
  const [state, setState] = useState<SessionState>(TYPING);
  const pending = useRef<AbortController | null>(null);
  const close = useCallback(() => setState(TYPING), []);
  useEffect(() => {
    const forget = () => {
      pending.current?.abort();
      onForget();
      flushSync(close);
    };
    window.addEventListener("pagehide", forget);
    return () => {
      window.removeEventListener("pagehide", forget);
      pending.current?.abort();
    };
  }, [close, onForget]);
  const ask = async (choices: SessionChoices, key: TypedKey): Promise<SessionState> => {
    pending.current?.abort();
    const abort = new AbortController();
    pending.current = abort;
    setState({ kind: "asking" });
    const reply = await requestSessionToken(choices, key, abort.signal);
    if (abort.signal.aborted) return TYPING;
    const parsed = parseReply(reply);
    const next: SessionState = parsed.ok
      ? { kind: "issued", issued: parsed.value, clockOffsetMs: reply?.clockOffsetMs ?? 0 }
      : toProblems(parsed.error, t);
    if (next.kind === "issued") onForget();
    setState(next);
    return next;
  };
  const setProblems = (problems: FieldProblems) => setState({ kind: "typing", problems, problem: null });
  const setProblem = (name: FieldName, text: string | null) => setState((before) => withProblem(before, name, text));
  return { state, ask, close, setProblems, setProblem };
}
