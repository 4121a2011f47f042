"use client";
import { type ComponentProps, lazy, Suspense } from "react";
import type { CopyButton } from "./copy-button";

const Button = lazy(() => import("./copy-button").then((module) => ({ default: module.CopyButton })));

/** For pages of which the button is seldom part. */
export function LazyCopyButton(props: ComponentProps<typeof CopyButton>) {
  return (
    <Suspense>
      <Button {...props} />
    </Suspense>
  );
}
