import { z } from "zod";
import { type Partition, partitionOfRegion } from "#lib/aws/partition";
import { isRegion } from "#lib/aws/region";
import { type Refusal, refuse } from "./refusal";

/** How a Region is out of order: connections are cut, calls are never answered, or each is answered with 503. */
export const outagesSchema = z.record(
  z.string().refine(isRegion, "is not a Region"),
  z.enum(["refuse", "hang", "error"]),
);
type Outage = "refuse" | "hang" | "error";

export type Outages = {
  /** Replaces what was ordered before. */
  readonly order: (outages: Readonly<Record<string, Outage>>) => void;
  /** What a call to the Region's endpoint meets; null: an ordinary answer. The global endpoint is never out of order. */
  readonly find: (region: string | null) => Refusal | "drop" | "hang" | null;
};

const MEETS = {
  refuse: "drop",
  hang: "hang",
  error: refuse(503, "ServiceUnavailable", "Service is unavailable"),
} as const;

export function createOutages(): Outages {
  let ordered = new Map<string, Outage>();
  return {
    order: (outages) => {
      ordered = new Map(Object.entries(outages));
    },
    find: (region) => {
      const outage = region === null ? undefined : ordered.get(region);
      return outage === undefined ? null : MEETS[outage];
    },
  };
}

/** The Region of `/regions/eu-west-1/`, which stands for `sts.eu-west-1.amazonaws.com`; null for any other path. */
export function readRegion(path: string): string | null {
  const region = /^\/regions\/([^/]+)\/?$/.exec(path)?.[1] ?? "";
  return isRegion(region) ? region : null;
}

/** Whether something of this partition is asked for at another partition's Region. */
export function isForeign(region: string | null, partition: Partition): boolean {
  return region !== null && partitionOfRegion(region) !== partition;
}
