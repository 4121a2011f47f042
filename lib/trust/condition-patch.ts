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

/** What gives up a protection says so, and names what would keep it. */
export function adviseCaller(condition: Condition): string {
  const key = condition.key.toLowerCase();
  if (key.startsWith("aws:multifactorauth")) {
    return "This is the weaker way. Better, present MFA: `mfaSerial` at the role in the portal's configuration, where the portal assumes it with its own IAM user.";
  }
  return key === "sts:externalid"
    ? "This is the weaker way. Better, send it: `externalId` at the role in the portal's configuration."
    : "This is the weaker way. Better, change the caller so that it fits.";
}
