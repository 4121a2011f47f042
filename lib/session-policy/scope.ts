import { z } from "zod";
import { isRegion } from "#lib/aws/region";
import { MAX_CUSTOM_CHARACTERS } from "./policy-document";
import { isServicePrefix, MAX_SERVICES } from "./service-prefix";

/**
 * How somebody narrows one session. Every part but `custom` takes something away, so parts can be put together in any
 * number and never give more than each of them alone.
 */
export type Scope = {
  /** Only actions that read; what reveals secrets is left out. */
  readonly readOnly?: boolean;
  readonly region?: string;
  /** Prefixes of IAM actions: `s3`, `ec2`. */
  readonly services?: readonly string[];
  /** Nothing of IAM, Organizations, account settings and IAM Identity Center. */
  readonly noIam?: boolean;
  /** ISO 8601, in UTC. */
  readonly until?: string;
  /** Only from the address that asks. */
  readonly myAddress?: boolean;
  /** A session policy, as JSON text. It takes the place of "everything that the role may do". */
  readonly custom?: string;
};

/** What an administrator may force on a role: what does not depend on the moment. */
export type ForcedScope = Omit<Scope, "custom" | "until">;

// Neither NUL nor half a character: PostgreSQL keeps no such text.
const STORABLE = /^[^\0\p{Surrogate}]*$/u;

/** Reads a scope from strangers: known parts only, each bounded. */
export const scopeSchema: z.ZodType<Scope> = z.strictObject({
  readOnly: z.boolean().exactOptional(),
  region: z.string().refine(isRegion, "is not a Region").exactOptional(),
  services: z
    .array(z.string().refine(isServicePrefix, "is not a service prefix, such as s3"))
    .max(MAX_SERVICES)
    .exactOptional(),
  noIam: z.boolean().exactOptional(),
  until: z.iso.datetime().max(40).exactOptional(),
  myAddress: z.boolean().exactOptional(),
  custom: z.string().max(MAX_CUSTOM_CHARACTERS).regex(STORABLE, "is not text").exactOptional(),
});
