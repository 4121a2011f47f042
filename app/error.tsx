"use client";
import { LazyUnexpectedError } from "#components/errors/lazy-unexpected-error";

export default function RootError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" tabIndex={-1} className="mx-auto w-full max-w-xl px-4 py-16 outline-none">
      <LazyUnexpectedError reference={error.digest ?? null} onRetry={reset} />
    </main>
  );
}
