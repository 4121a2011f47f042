"use client";
import { useEffect } from "react";

/** Shows a text as the tab's title while there is one; below it the page's own goes on changing with the page. */
export function useTitle(text: string | null): void {
  useEffect(() => {
    if (text === null) return;
    let own = document.title;
    const show = () => {
      if (document.title === text) return;
      own = document.title;
      document.title = text;
    };
    show();
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => {
      observer.disconnect();
      if (document.title === text) document.title = own;
    };
  }, [text]);
}
