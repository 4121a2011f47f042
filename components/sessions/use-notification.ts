"use client";
import { useEffect } from "react";
import { readNotifyState } from "./notify-choice";
import { claimAmongTabs } from "./said-once";

/** A notification of the browser, once among all tabs; none for somebody who looks at the portal, who sees the notice. */
export function useNotification(key: string | null, text: string): void {
  useEffect(() => {
    if (key === null || readNotifyState() !== "on") return;
    void claimAmongTabs(key).then((isFirst) => {
      if (!isFirst || (document.visibilityState === "visible" && document.hasFocus())) return;
      const notification = new Notification(text, { tag: `gatehouse ${key}` });
      notification.onclick = () => {
        window.focus();
        notification.close();
      };
    });
  }, [key, text]);
}
