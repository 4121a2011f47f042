"use client";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { Directory } from "../roles/directory/directory";
import type { AccountRole } from "../roles/role-view";
import { firstChoice, lacksAnswers, type SessionChoice } from "../session-options/session-choice";
import { type CredentialsRequest, type Reply, requestCredentials } from "./request-credentials";
import { toRequest } from "./to-request";

const importDialog = () => import("./credentials-dialog").then((module) => ({ default: module.CredentialsDialog }));
const CredentialsDialog = lazy(importDialog);

/** By then the page is there; whoever is quicker waits for the dialog's code while the request is under way. */
const QUIET_MS = 1000;

type Opened = {
  readonly key: number;
  /** Null until the answer says which role a resumed request was about. */
  readonly target: AccountRole | null;
  readonly choice: SessionChoice;
  /** Null: the role wants an answer first. */
  readonly firstReply: Promise<Reply | null> | null;
  readonly abort: AbortController;
};

export type OpenCredentials = (target: AccountRole, button: HTMLButtonElement, choice: SessionChoice) => void;

type CredentialsDialogHandle = {
  readonly openCredentials: OpenCredentials;
  readonly dialog: ReactNode;
};

/**
 * One dialog for a page of roles. Its code is loaded once the page is quiet. The request starts in the click, not in
 * an effect: an effect may run twice, and each request mints.
 */
export function useCredentialsDialog(directory: Directory, resume: string | null): CredentialsDialogHandle {
  const [opened, setOpened] = useState<Opened | null>(null);
  const count = useRef(0);
  const returnFocusTo = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // A network that fails here fails again at the click, where it is said.
    const timer = setTimeout(() => void importDialog().catch(() => null), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  const open = useCallback((target: AccountRole | null, choice: SessionChoice, request: CredentialsRequest | null) => {
    const abort = new AbortController();
    const firstReply = request === null ? null : requestCredentials(request, abort.signal);
    count.current += 1;
    setOpened({ key: count.current, target, choice, firstReply, abort });
  }, []);
  const openCredentials = useCallback(
    (target: AccountRole, button: HTMLButtonElement, choice: SessionChoice) => {
      returnFocusTo.current = button;
      open(target, choice, lacksAnswers(target.role, choice) ? null : toRequest(target, choice));
    },
    [open],
  );
  useResume(
    resume,
    useCallback((handle: string) => open(null, firstChoice(null), { resume: handle }), [open]),
  );
  const close = () => {
    opened?.abort.abort();
    setOpened(null);
  };
  const dialog =
    opened === null ? null : (
      <Suspense>
        <CredentialsDialog
          key={opened.key}
          directory={directory}
          target={opened.target}
          choice={opened.choice}
          firstReply={opened.firstReply}
          returnFocusTo={returnFocusTo}
          onClose={close}
        />
      </Suspense>
    );
  return { openCredentials, dialog };
}

/** Goes on, once, with what was asked for before the sign-in; the handle leaves the address bar and the history. */
function useResume(handle: string | null, go: (handle: string) => void) {
  const done = useRef(false);
  useEffect(() => {
    if (handle === null || done.current) return;
    done.current = true;
    const url = new URL(window.location.href);
    url.searchParams.delete("resume");
    window.history.replaceState(null, "", url);
    go(handle);
  }, [handle, go]);
}
