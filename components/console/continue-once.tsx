"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

/** Submits the form once. Not again when "back" shows the page, nor when React runs the effect twice. */
export function ContinueOnce({ formId }: { formId: string }) {
  const t = useTranslations("go");
  const done = useRef(false);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (done.current || !(form instanceof HTMLFormElement)) return;
    done.current = true;
    form.requestSubmit();
  }, [formId]);
  return (
    <p role="status" className="sr-only">
      {t("goingOn")}
    </p>
  );
}
