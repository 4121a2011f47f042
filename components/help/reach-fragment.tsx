"use client";

import { useEffect } from "react";

/**
 * Shows the part of a page that its address names. A browser does so itself where it loads the page; where the page
 * replaces a skeleton, the part was not there yet when it looked.
 */
export function ReachFragment() {
  useEffect(() => {
    const part = document.getElementById(decodeFragment(window.location.hash));
    if (part === null || part.matches(":target")) return;
    part.setAttribute("data-reached", "");
    part.scrollIntoView();
    const leave = () => part.removeAttribute("data-reached");
    window.addEventListener("hashchange", leave, { once: true });
    return () => window.removeEventListener("hashchange", leave);
  }, []);
  return null;
}

/** A fragment that is no percent-encoding names nothing. */
function decodeFragment(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
