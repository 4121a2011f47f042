"use client";
import { lazy, Suspense } from "react";
import "./globals.css";

const importView = () =>
  import("#components/errors/whole-page-error").then((module) => ({ default: module.WholePageError }));
const WholePageError = lazy(importView);

/** When the root layout failed, which has the words and the theme: it brings its own document. */
export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto w-full max-w-xl px-4 py-16">
          <Suspense>
            <WholePageError reference={error.digest ?? null} onRetry={reset} />
          </Suspense>
        </main>
      </body>
    </html>
  );
}
