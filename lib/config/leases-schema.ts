import { z } from "zod";
import { duration } from "./scalars";

/** Of containers and remote machines: who may renew credentials of one role with a token, how many, how long, from where. */
export const leasesSchema = z.strictObject({
  enabled: z
    .boolean()
    .default(true)
    .describe("Offers leases: tokens with which a container renews credentials of one role"),
  maxPerPerson: z.int().min(1).max(100).default(10).describe("Leases that one person may have at a time"),
  maxDuration: duration({ min: "15m", max: "7d" }).prefault("12h").describe("Longest life of a lease"),
  outliveSession: z
    .boolean()
    .default(false)
    .describe(
      "A lease lives on when the sign-in that it was made in expires or is signed out, with the groups of that sign-in",
    ),
  networks: z
    .array(z.union([z.cidrv4(), z.cidrv6()]))
    .default([])
    .describe("From where a lease may be used, such as 10.0.0.0/8; from anywhere when empty"),
});
