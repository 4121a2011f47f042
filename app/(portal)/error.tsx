"use client";
import { UnexpectedError } from "#components/errors/unexpected-error";

export default function PortalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return <UnexpectedError reference={error.digest ?? null} onRetry={reset} />;
}
