import type { ConsolePlace } from "../console/console-places";
import type { PaletteRole } from "./palette-roles";

/** What has been chosen so far, on the way to a console. */
export type Draft = {
  readonly role: PaletteRole | null;
  readonly place: ConsolePlace | null;
  readonly region: string | null;
};

export type StepKind = "root" | "role" | "roles" | "places" | "regions" | "theme" | "language";

/** One level of the palette; what was typed in it is there again on the way back. */
export type Step = { readonly kind: StepKind; readonly draft: Draft; readonly query: string };

/** The levels that are open, the innermost last. */
export type Steps = readonly [Step, ...Step[]];

const NOTHING: Draft = { role: null, place: null, region: null };

export const FIRST_STEPS: Steps = [{ kind: "root", draft: NOTHING, query: "" }];

export const currentStep = (steps: Steps): Step => steps.at(-1) ?? steps[0];

export function enterStep(steps: Steps, kind: StepKind, chosen: Partial<Draft> = {}): Steps {
  return [...steps, { kind, draft: { ...currentStep(steps).draft, ...chosen }, query: "" }];
}

/** One level back; the first stays. */
export function leaveStep([first, ...rest]: Steps): Steps {
  return [first, ...rest.slice(0, -1)];
}

export function typeInto(steps: Steps, query: string): Steps {
  const [first, ...rest] = steps;
  const last = rest.at(-1);
  return last === undefined ? [{ ...first, query }] : [first, ...rest.slice(0, -1), { ...last, query }];
}
