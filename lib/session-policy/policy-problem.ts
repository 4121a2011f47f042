import type { Phrase } from "./phrase";

/** One thing that is wrong, or may surprise, in a policy that somebody types. */
export type PolicyProblem = {
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
  /** `Statement[0].Action`; empty for the document as a whole. */
  readonly path: string;
  readonly message: Phrase;
  /** A warning does not stop the policy from being sent. */
  readonly severity: "error" | "warning";
};
