import type { Condition, TrustPolicy } from "./policy";
import type { TrustRequest } from "./request";
import { plain, type Saying } from "./saying";

type Context = ReadonlyMap<string, readonly string[]>;

/** What stands in place of a condition that fails, and why. */
export type Patch = {
  readonly conditions: readonly Condition[];
  readonly summary: readonly Saying[];
  readonly weaker: boolean;
};

export type Situation = {
  readonly condition: Condition;
  readonly seen: readonly string[];
  readonly context: Context;
  readonly request: TrustRequest;
  readonly policy: TrustPolicy;
};
export const replaceBy = (condition: Condition, sentence: Saying, weaker = false): Patch => ({
  conditions: [condition],
  summary: [sentence],
  weaker,
});

/** What gives up a protection says so, and names what would keep it. */
export function adviseCaller(condition: Condition): Saying {
  const key = condition.key.toLowerCase();
  if (key.startsWith("aws:multifactorauth")) return plain("advice.mfa");
  return plain(key === "sts:externalid" ? "advice.external_id" : "advice.caller");
}
