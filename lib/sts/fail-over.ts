import "server-only";
import type { Result } from "#lib/result";
import { callSts, type Signing } from "./calls";
import type { StsTarget } from "./client";
import type { StsRefusal } from "./errors";
import type { IssuedSession, StsCall } from "./issued-session";

/** How long a Region gets before the next one is asked, and for how long it is then passed over. Milliseconds. */
const FIRST_TRY_MS = 1_200;
const PASSED_OVER_MS = 30_000;

const downUntil = new Map<string, number>();

export type StsRoute = {
  readonly first: StsTarget;
  /** STS in another Region of the partition; null: there is none to ask. */
  readonly other: StsTarget | null;
  readonly nowMs: number;
};

const nameOf = ({ region, endpoint }: StsTarget) => `${region} ${endpoint ?? ""}`;

/**
 * One call to STS, asked in another Region of the same partition when the first does not answer within 1.2 seconds, or
 * answers that it is in trouble. A Region that failed is passed over for half a minute. A refusal is a refusal in every
 * Region, and is not asked twice. Without another Region this is `callSts`.
 */
export async function callStsAnywhere(
  call: StsCall,
  { first, other, nowMs }: StsRoute,
  signing?: Signing,
): Promise<Result<IssuedSession, StsRefusal> & { readonly region: string }> {
  const ask = async (target: StsTarget) => ({ ...(await callSts(call, target, signing)), region: target.region });
  if (other === null) return ask(first);
  if ((downUntil.get(nameOf(first)) ?? 0) > nowMs) return ask(other);
  const quick = await ask({ ...first, requestTimeoutMs: FIRST_TRY_MS, maxAttempts: 1 });
  if (quick.ok) return quick;
  if (quick.error.code === "sts_throttled" || quick.error.code === "sts_idp_communication") return ask(first);
  if (quick.error.code !== "sts_unavailable") return quick;
  downUntil.set(nameOf(first), nowMs + PASSED_OVER_MS);
  return ask(other);
}
