"use client";
import { LazyUnexpectedError } from "#components/errors/lazy-unexpected-error";

export default function PortalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <LazyUnexpectedError reference={error.digest ?? null} onRetry={reset} />;
}
