"use client";
import { ErrorPage } from "#components/errors/error-page";
import { UnexpectedError } from "#components/errors/unexpected-error";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <ErrorPage>
      <UnexpectedError reference={error.digest ?? null} onRetry={reset} />
    </ErrorPage>
  );
}
