"use client";
import { useEffect } from "react";

/** Follows what an address says behind its `#`. What it takes to read that is loaded only for an address that has one. */
export function FragmentLink() {
  useEffect(() => {
    if (window.location.hash.length < 2) return;
    void import("./follow-fragment").then(({ resolveFragment }) => {
      const next = resolveFragment(window.location);
      if (next !== null) window.location.replace(next);
    });
  }, []);
  return null;
}
