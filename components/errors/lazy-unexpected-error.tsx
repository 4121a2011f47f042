"use client";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";

const importPanel = () => import("./unexpected-error").then((module) => ({ default: module.UnexpectedError }));
const UnexpectedError = lazy(importPanel);

type Props = { readonly reference: string | null; readonly onRetry: () => void };

/** The panel's code is fetched when something went wrong: every page ships its error boundary, and few ever show it. */
export function LazyUnexpectedError(props: Props) {
  const t = useTranslations("ui");
  return (
    <Suspense fallback={<p role="alert">{t("wrongShort")}</p>}>
      <UnexpectedError {...props} />
    </Suspense>
  );
}
