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

type Answer<T> = Result<T, StsRefusal> & { readonly region: string };

/**
 * One question to STS, asked in another Region of the same partition when the first does not answer within 1.2 seconds, or
 * answers that it is in trouble. A Region that failed is passed over for half a minute. A refusal is a refusal in every
 * Region, and is not asked twice. Without another Region it is asked once, as it comes.
 */
export async function askAnywhere<T>(
  askOnce: (target: StsTarget) => Promise<Result<T, StsRefusal>>,
  { first, other, nowMs }: StsRoute,
): Promise<Answer<T>> {
  const ask = async (target: StsTarget) => ({ ...(await askOnce(target)), region: target.region });
  if (other === null) return ask(first);
  if ((downUntil.get(nameOf(first)) ?? 0) > nowMs) return ask(other);
  const quick = await ask({ ...first, requestTimeoutMs: FIRST_TRY_MS, maxAttempts: 1 });
  if (quick.ok) return quick;
  if (quick.error.code === "sts_throttled" || quick.error.code === "sts_idp_communication") return ask(first);
  if (quick.error.code !== "sts_unavailable") return quick;
  downUntil.set(nameOf(first), nowMs + PASSED_OVER_MS);
  return ask(other);
}

/** `callSts`, wherever it is answered. */
export const callStsAnywhere = (call: StsCall, route: StsRoute, signing?: Signing): Promise<Answer<IssuedSession>> =>
  askAnywhere((target) => callSts(call, target, signing), route);
