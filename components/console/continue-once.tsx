"use client";
import { useEffect, useRef } from "react";

/** Submits the form once. Not again when "back" shows the page, nor when React runs the effect twice. */
export function ContinueOnce({ formId }: { formId: string }) {
  const done = useRef(false);
  useEffect(() => {
    const form = document.getElementById(formId);
    if (done.current || !(form instanceof HTMLFormElement)) return;
    done.current = true;
    form.requestSubmit();
  }, [formId]);
  return (
    <p role="status" className="sr-only">
      Going on to the AWS console
    </p>
  );
}
