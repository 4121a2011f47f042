"use client";

import { useEffect } from "react";

/**
 * Shows the part of a page that its address names. A browser does so itself where it loads the page; where the page
 * replaces a skeleton, the part was not there yet when it looked, or there and hidden: found then, and nowhere to go to.
 * Whoever loads a page again that they had scrolled stays where they were.
 */
export function ReachFragment() {
  useEffect(() => {
    const part = document.getElementById(decodeFragment(window.location.hash));
    if (part === null) return;
    if (window.scrollY === 0) part.scrollIntoView();
    if (part.matches(":target")) return;
    part.setAttribute("data-reached", "");
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
