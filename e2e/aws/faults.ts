import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type Refusal, refuse } from "./refusal";

/** What goes wrong on purpose. `POST /__sandbox/faults` takes one of these, or a list. */
export const faultSchema = z.strictObject({
  /** `slow` delays and then answers; `drop` closes the connection; `throttle` and `fail` answer as AWS does. */
  kind: z.enum(["slow", "throttle", "fail", "drop"]),
  /** Only calls of this action, `AssumeRoleWithSAML`, `getSigninToken` …; any when absent. */
  action: z.string().optional(),
  /** How many calls; until cleared when absent. */
  times: z.int().positive().optional(),
  delayMs: z.int().min(0).max(600_000).optional(),
  /** Of `fail`: 500 InternalFailure when absent. */
  status: z.int().min(400).max(599).optional(),
  code: z.string().optional(),
  message: z.string().optional(),
});
export type Fault = z.output<typeof faultSchema>;

export type Faults = {
  readonly add: (faults: readonly Fault[]) => void;
  readonly clear: () => void;
  /** The first fault that is due for this action, and counts it as used. */
  readonly take: (action: string) => Fault | null;
};

export function createFaults(): Faults {
  let pending: { fault: Fault; left: number }[] = [];
  return {
    add: (faults) => {
      pending.push(...faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })));
    },
    clear: () => {
      pending = [];
    },
    take: (action) => {
      const due = pending.find(({ fault }) => fault.action === undefined || fault.action === action);
      if (due === undefined) return null;
      due.left -= 1;
      pending = pending.filter(({ left }) => left > 0);
      return due.fault;
    },
  };
}

/** Waits as the fault says, then tells what to answer: a refusal, `drop`, or null for the ordinary answer. */
export async function applyFault(fault: Fault | null): Promise<Refusal | "drop" | null> {
  if (fault === null) return null;
  if (fault.delayMs !== undefined) await sleep(fault.delayMs);
  if (fault.kind === "slow") return null;
  if (fault.kind === "drop") return "drop";
  // STS throttles with 400, not 429.
  if (fault.kind === "throttle") return refuse(400, "Throttling", "Rate exceeded");
  const message = fault.message ?? "We encountered an internal error. Please try again.";
  return refuse(fault.status ?? 500, fault.code ?? "InternalFailure", message);
}
