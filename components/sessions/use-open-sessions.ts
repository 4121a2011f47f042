"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { nextLookMs } from "./expiry-notice";
import type { OpenSession } from "./open-session";
import { ISSUED_EVENT } from "./session-events";

export type Seen = { readonly sessions: readonly OpenSession[]; readonly now: Date };

type Answer = { readonly now: string; readonly sessions: readonly OpenSession[] };

const CHANNEL = "gatehouse-sessions";
/** A console is opened in another tab, which says nothing to this one. */
const STALE_MS = 15_000;
// The Date header's seconds and the way here make smaller differences.
const IGNORED_OFFSET_MS = 5_000;

async function fetchOpen(): Promise<Answer | null> {
  try {
    const response = await fetch("/api/sessions/open", { cache: "no-store", headers: { accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function offsetOf(serverNow: string): number {
  const offset = Date.parse(serverNow) - Date.now();
  return Math.abs(offset) > IGNORED_OFFSET_MS ? offset : 0;
}

/** What the portal says is open: asked at first, after each issue of any tab, and when somebody comes back to this one. */
function useAnswer() {
  const [answer, setAnswer] = useState<{ sessions: readonly OpenSession[]; offsetMs: number } | null>(null);
  const askedAt = useRef(0);
  const load = useCallback(async () => {
    askedAt.current = Date.now();
    const open = await fetchOpen();
    if (open !== null) setAnswer({ sessions: open.sessions, offsetMs: offsetOf(open.now) });
  }, []);
  useEffect(() => {
    const channel = "BroadcastChannel" in window ? new BroadcastChannel(CHANNEL) : null;
    const onIssued = () => {
      channel?.postMessage("issued");
      void load();
    };
    const onReturn = () => {
      if (document.visibilityState === "visible" && Date.now() - askedAt.current > STALE_MS) void load();
    };
    channel?.addEventListener("message", () => void load());
    window.addEventListener(ISSUED_EVENT, onIssued);
    window.addEventListener("focus", onReturn);
    document.addEventListener("visibilitychange", onReturn);
    void load();
    return () => {
      channel?.close();
      window.removeEventListener(ISSUED_EVENT, onIssued);
      window.removeEventListener("focus", onReturn);
      document.removeEventListener("visibilitychange", onReturn);
    };
  }, [load]);
  return answer;
}

/** What is open, and the portal's time, as often as that changes anything. */
export function useOpenSessions(): Seen | null {
  const answer = useAnswer();
  const [now, setNow] = useState<Date | null>(null);
  useEffect(() => {
    if (answer === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const current = new Date(Date.now() + answer.offsetMs);
      setNow(current);
      timer = setTimeout(look, nextLookMs(answer.sessions, current));
    };
    look();
    // After a sleep the timer is late; coming back is when it matters.
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", look);
    };
  }, [answer]);
  return answer === null || now === null ? null : { sessions: answer.sessions, now };
}
