"use client";
import { lazy, Suspense, useEffect, useState } from "react";

const importBanner = () => import("./connection-banner").then((module) => ({ default: module.ConnectionBanner }));
const ConnectionBanner = lazy(importBanner);

/** Fetches what is shown without a connection while there still is one, when the page has nothing else to do. */
export function Connection() {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsReady(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return isReady ? (
    <Suspense>
      <ConnectionBanner />
    </Suspense>
  ) : null;
}
