import type { Condition, TrustPolicy } from "./policy";
import type { TrustRequest } from "./request";

type Context = ReadonlyMap<string, readonly string[]>;

/** What stands in place of a condition that fails, and why. */
export type Patch = {
  readonly conditions: readonly Condition[];
  readonly summary: readonly string[];
  readonly weaker: boolean;
};

export type Situation = {
  readonly condition: Condition;
  readonly seen: readonly string[];
  readonly context: Context;
  readonly request: TrustRequest;
  readonly policy: TrustPolicy;
};
export const replaceBy = (condition: Condition, sentence: string, weaker = false): Patch => ({
  conditions: [condition],
  summary: [sentence],
  weaker,
});
