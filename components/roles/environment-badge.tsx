import { classNames } from "../ui/class-names";
import type { Environment, EnvironmentTone } from "./role-view";

type Look = {
  readonly badge: string;
  readonly left: string;
  readonly inset: string;
  readonly top: string;
  readonly dot: string;
};

/** Red is filled and in capitals, since colour alone tells nobody anything: nothing else on the page looks like it. */
const LOOKS: Readonly<Record<EnvironmentTone, Look>> = {
  red: {
    badge: "bg-danger-solid font-semibold text-on-danger uppercase tracking-wide",
    left: "border-l-danger-solid",
    inset: "shadow-[inset_3px_0_0_var(--color-danger-solid)]",
    top: "border-t-danger-solid",
    dot: "bg-danger-solid",
  },
  orange: {
    badge: "bg-env-orange-soft text-env-orange",
    left: "border-l-env-orange",
    inset: "shadow-[inset_3px_0_0_var(--color-env-orange)]",
    top: "border-t-env-orange",
    dot: "bg-env-orange",
  },
  amber: {
    badge: "bg-env-amber-soft text-env-amber",
    left: "border-l-env-amber",
    inset: "shadow-[inset_3px_0_0_var(--color-env-amber)]",
    top: "border-t-env-amber",
    dot: "bg-env-amber",
  },
  green: {
    badge: "bg-env-green-soft text-env-green",
    left: "border-l-env-green",
    inset: "shadow-[inset_3px_0_0_var(--color-env-green)]",
    top: "border-t-env-green",
    dot: "bg-env-green",
  },
  teal: {
    badge: "bg-env-teal-soft text-env-teal",
    left: "border-l-env-teal",
    inset: "shadow-[inset_3px_0_0_var(--color-env-teal)]",
    top: "border-t-env-teal",
    dot: "bg-env-teal",
  },
  blue: {
    badge: "bg-env-blue-soft text-env-blue",
    left: "border-l-env-blue",
    inset: "shadow-[inset_3px_0_0_var(--color-env-blue)]",
    top: "border-t-env-blue",
    dot: "bg-env-blue",
  },
  violet: {
    badge: "bg-env-violet-soft text-env-violet",
    left: "border-l-env-violet",
    inset: "shadow-[inset_3px_0_0_var(--color-env-violet)]",
    top: "border-t-env-violet",
    dot: "bg-env-violet",
  },
  grey: {
    badge: "bg-env-grey-soft text-env-grey",
    left: "border-l-env-grey",
    inset: "shadow-[inset_3px_0_0_var(--color-env-grey)]",
    top: "border-t-env-grey",
    dot: "bg-env-grey",
  },
};

export function EnvironmentBadge({ environment }: { environment: Environment | null }) {
  if (environment === null) return null;
  return (
    <span
      data-environment={environment.tone}
      className={classNames(
        "forced-edge inline-flex max-w-full items-center truncate rounded-sm px-1.5 py-px font-medium text-2xs",
        LOOKS[environment.tone].badge,
      )}
    >
      {environment.name}
    </span>
  );
}

const WIDTHS = { left: "border-l-[3px]", top: "border-t-[3px]", inset: null } as const;

/** The coloured edge of what belongs to an environment; nothing without one. `inset` for rows, whose own borders meet it. */
export function environmentEdge(environment: Environment | null, side: keyof typeof WIDTHS): string | null {
  return environment === null ? null : classNames(WIDTHS[side], LOOKS[environment.tone][side]);
}

export function EnvironmentDot({ environment }: { environment: Environment }) {
  return (
    <span aria-hidden className={classNames("forced-edge size-2 shrink-0 rounded-full", LOOKS[environment.tone].dot)} />
  );
}

/** Whether what is opened here can hurt: its button says so before it is pressed. */
export const isProduction = (environment: Environment | null): boolean => environment?.tone === "red";
