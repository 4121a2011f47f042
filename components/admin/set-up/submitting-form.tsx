"use client";
import Form from "next/form";
import type { ReactNode } from "react";

/** A form that a choice sends at once. Text waits for Enter or the button. */
export function SubmittingForm({ action, children }: { action: string; children: ReactNode }) {
  return (
    <Form
      action={action}
      scroll={false}
      onChange={(event) => {
        const { target } = event;
        const isChoice =
          target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === "checkbox");
        if (isChoice) event.currentTarget.requestSubmit();
      }}
      className="flex flex-col gap-5"
    >
      {children}
    </Form>
  );
}
