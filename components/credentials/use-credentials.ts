import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { isAboutField } from "./field-problems";
import { type IssuedCredentials, parseContinueUrl, parseReply, type Refusal } from "./parse-reply";
import { type CredentialsRequest, type Reply, requestCredentials } from "./request-credentials";

export type CredentialsState =
  /** Nothing was asked yet, or what was asked needs another answer. */
  | { readonly kind: "choosing"; readonly refusal: Refusal | null }
  | { readonly kind: "asking" }
  | { readonly kind: "leaving" }
  | { readonly kind: "issued"; readonly issued: IssuedCredentials; readonly clockOffsetMs: number }
  | { readonly kind: "refused"; readonly refusal: Refusal };

function toState(reply: Reply | null): CredentialsState {
  const parsed = parseReply(reply);
  if (parsed.ok) return { kind: "issued", issued: parsed.value, clockOffsetMs: reply?.clockOffsetMs ?? 0 };
  const onwards = parseContinueUrl(parsed.error.continueUrl, window.location.origin);
  if (onwards === null) {
    const { error: refusal } = parsed;
    return isAboutField(refusal) ? { kind: "choosing", refusal } : { kind: "refused", refusal };
  }
  window.location.assign(onwards);
  return { kind: "leaving" };
}

/**
 * The one place where credentials live in the browser: the state of the open dialog. They are gone when it closes, and when
 * the page is left, before the browser can keep a picture of it for "back".
 */
export function useCredentials(firstReply: Promise<Reply | null> | null, onClose: () => void) {
  const [state, setState] = useState<CredentialsState>(
    firstReply === null ? { kind: "choosing", refusal: null } : { kind: "asking" },
  );
  const pending = useRef<AbortController | null>(null);
  useEffect(() => {
    let isOpen = true;
    firstReply?.then((reply) => (isOpen ? setState(toState(reply)) : undefined));
    return () => {
      isOpen = false;
      pending.current?.abort();
    };
  }, [firstReply]);
  useEffect(() => {
    const forget = () => flushSync(() => onClose());
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, [onClose]);
  const ask = async (request: CredentialsRequest) => {
    pending.current?.abort();
    const abort = new AbortController();
    pending.current = abort;
    setState({ kind: "asking" });
    const reply = await requestCredentials(request, abort.signal);
    if (!abort.signal.aborted) setState(toState(reply));
  };
  const choose = () => setState({ kind: "choosing", refusal: null });
  return { state, ask, choose };
}
