const KEY = "gatehouse-notify";

export type NotifyState = "unsupported" | "blocked" | "off" | "on";

const CHANGED = "gatehouse-notify-changed";

/** Whether this browser notifies: it can, somebody wants it, and the browser lets it. */
export function readNotifyState(): NotifyState {
  if (!("Notification" in window)) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  return Notification.permission === "granted" && window.localStorage.getItem(KEY) === "on" ? "on" : "off";
}

/** Asks the browser where it has not been asked: in answer to a click only. */
export async function chooseNotify(isWanted: boolean): Promise<void> {
  if (isWanted && Notification.permission === "default") await Notification.requestPermission();
  window.localStorage.setItem(KEY, isWanted ? "on" : "off");
  window.dispatchEvent(new Event(CHANGED));
}

export function watchNotifyState(onChange: () => void): () => void {
  const events = [CHANGED, "storage", "focus"];
  for (const event of events) window.addEventListener(event, onChange);
  return () => {
    for (const event of events) window.removeEventListener(event, onChange);
  };
}
