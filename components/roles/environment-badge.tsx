import { classNames } from "../ui/class-names";
import type { Environment, EnvironmentTone } from "./role-view";

type Look = {
  readonly badge: string;
  readonly left: string;
  readonly top: string;
  readonly dot: string;
};

/** Red is filled and in capitals, since colour alone tells nobody anything: nothing else on the page looks like it. */
const LOOKS: Readonly<Record<EnvironmentTone, Look>> = {
  red: {
    badge: "bg-danger-solid font-semibold text-on-danger uppercase tracking-wide",
    left: "border-l-danger-solid",
    top: "border-t-danger-solid",
    dot: "bg-danger-solid",
  },
  orange: {
    badge: "bg-env-orange-soft text-env-orange",
    left: "border-l-env-orange",
    top: "border-t-env-orange",
    dot: "bg-env-orange",
  },
  amber: {
    badge: "bg-env-amber-soft text-env-amber",
    left: "border-l-env-amber",
    top: "border-t-env-amber",
    dot: "bg-env-amber",
  },
  green: {
    badge: "bg-env-green-soft text-env-green",
    left: "border-l-env-green",
    top: "border-t-env-green",
    dot: "bg-env-green",
  },
  teal: {
    badge: "bg-env-teal-soft text-env-teal",
    left: "border-l-env-teal",
    top: "border-t-env-teal",
    dot: "bg-env-teal",
  },
  blue: {
    badge: "bg-env-blue-soft text-env-blue",
    left: "border-l-env-blue",
    top: "border-t-env-blue",
    dot: "bg-env-blue",
  },
  violet: {
    badge: "bg-env-violet-soft text-env-violet",
    left: "border-l-env-violet",
    top: "border-t-env-violet",
    dot: "bg-env-violet",
  },
  grey: {
    badge: "bg-env-grey-soft text-env-grey",
    left: "border-l-env-grey",
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

/** The coloured edge of what belongs to an environment; nothing for an account without one. */
export function environmentEdge(environment: Environment | null, side: "left" | "top"): string | null {
  if (environment === null) return null;
  return classNames(side === "left" ? "border-l-[3px]" : "border-t-[3px]", LOOKS[environment.tone][side]);
}

export function EnvironmentDot({ environment }: { environment: Environment }) {
  return (
    <span aria-hidden className={classNames("forced-edge size-2 shrink-0 rounded-full", LOOKS[environment.tone].dot)} />
  );
}

/** Whether what is opened here can hurt: its button says so before it is pressed. */
export const isProduction = (environment: Environment | null): boolean => environment?.tone === "red";
