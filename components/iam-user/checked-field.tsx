import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "../ui/class-names";

type CheckedFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: string | undefined;
  /** Beside the label: a button that belongs to the field. */
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** What the control of a checked field carries, so that hint and problem are read with it. */
export function describedBy(id: string, { hint, problem }: { hint?: ReactNode; problem?: string | undefined }) {
  if (problem !== undefined) return { "aria-describedby": `${id}-problem`, "aria-invalid": true };
  return hint === undefined ? {} : { "aria-describedby": `${id}-hint` };
}

/** A labelled control that can be wrong: the problem stands below it and takes the place of the hint. */
export function CheckedField({ id, label, hint, problem, aside, className, children }: CheckedFieldProps) {
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1", className)}>
      <div className="flex min-h-5 items-center justify-between gap-3">
        <label htmlFor={id} className="font-medium text-soft text-xs">
          {label}
        </label>
        {aside}
      </div>
      {children}
      <p id={`${id}-problem`} className="flex gap-1.5 text-danger text-xs empty:hidden" role="alert">
        {problem === undefined ? null : (
          <>
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>{problem}</span>
          </>
        )}
      </p>
      {hint === undefined || problem !== undefined ? null : (
        <p id={`${id}-hint`} className="text-faint text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}
