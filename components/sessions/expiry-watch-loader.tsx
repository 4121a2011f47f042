"use client";
import { lazy, Suspense, useEffect, useState } from "react";

const ExpiryWatch = lazy(() => import("./expiry-watch").then((module) => ({ default: module.ExpiryWatch })));

const IDLE_MS = 2000;

/** What watches over expiries arrives when the browser has nothing better to do. */
export function ExpiryWatchLoader() {
  const [isIdle, setIsIdle] = useState(false);
  useEffect(() => {
    const start = () => setIsIdle(true);
    // Safari has no requestIdleCallback.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(start, IDLE_MS);
      return () => clearTimeout(timer);
    }
    const handle = window.requestIdleCallback(start, { timeout: IDLE_MS });
    return () => window.cancelIdleCallback(handle);
  }, []);
  return isIdle ? (
    <Suspense>
      <ExpiryWatch />
    </Suspense>
  ) : null;
}
