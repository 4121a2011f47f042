import { useEffect, useState } from "react";

export type ConnectionState = "online" | "offline" | "unreachable" | "back";

const RETRY_MS = 4000;
const BACK_SHOWN_MS = 4000;

async function isPortalThere(): Promise<boolean> {
  try {
    return (await fetch("/api/health/live", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

/** Failed requests of the page's own, as the browser sees them: no answer came for one that was sent. */
function watchFailures(onFailure: () => void): () => void {
  const onRejection = (event: PromiseRejectionEvent) => {
    if (event.reason instanceof TypeError && /fetch|network|load failed/i.test(event.reason.message)) onFailure();
  };
  window.addEventListener("portal-unreachable", onFailure);
  window.addEventListener("unhandledrejection", onRejection);
  return () => {
    window.removeEventListener("portal-unreachable", onFailure);
    window.removeEventListener("unhandledrejection", onRejection);
  };
}

/** Whether the portal can be reached. The browser's word for "offline" is taken; its "online" only means some network. */
export function useConnection(): ConnectionState {
  const [state, setState] = useState<ConnectionState>("online");
  useEffect(() => {
    const probe = async () => {
      if (!navigator.onLine) return setState("offline");
      const isThere = await isPortalThere();
      setState((before) => (isThere ? (before === "online" ? "online" : "back") : "unreachable"));
    };
    const onOffline = () => setState("offline");
    const stopWatching = watchFailures(() => void probe());
    window.addEventListener("offline", onOffline);
    window.addEventListener("online", probe);
    if (!navigator.onLine) onOffline();
    return () => {
      stopWatching();
      window.removeEventListener("offline", onOffline);
      window.removeEventListener("online", probe);
    };
  }, []);
  useEffect(() => {
    if (state === "back") {
      const timer = setTimeout(() => setState("online"), BACK_SHOWN_MS);
      return () => clearTimeout(timer);
    }
    if (state === "online") return;
    const timer = setInterval(async () => {
      if (navigator.onLine && (await isPortalThere())) setState("back");
    }, RETRY_MS);
    return () => clearInterval(timer);
  }, [state]);
  return state;
}
