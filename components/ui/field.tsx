import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/** 16 px on touch screens: below that, phones zoom into the field. */
export const fieldClass =
  "h-8 w-full min-w-0 rounded-md border border-field bg-surface px-2.5 text-sm text-ink placeholder:text-faint pointer-coarse:h-10 pointer-coarse:text-[1rem]";

type FieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A labelled control. The control carries `id`, and `aria-describedby={`${id}-hint`}` when there is a hint. */
export function Field({ id, label, hint, className, children }: FieldProps) {
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", className)}>
      <label htmlFor={id} className="font-medium text-soft text-xs">
        {label}
      </label>
      {children}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="text-faint text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={classNames(fieldClass, className)} {...rest} />;
}

export function Select({ className, ...rest }: ComponentProps<"select">) {
  return <select className={classNames(fieldClass, "pr-1", className)} {...rest} />;
}

export function Checkbox({ label, ...rest }: ComponentProps<"input"> & { readonly label: string }) {
  return (
    <label className="inline-flex min-h-8 items-center gap-2 text-sm text-soft">
      <input type="checkbox" className="size-4 shrink-0 accent-accent" {...rest} />
      {label}
    </label>
  );
}
