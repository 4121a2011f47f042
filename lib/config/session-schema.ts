import { z } from "zod";
import { isRegion } from "#lib/aws/region";
import { parseSessionTags } from "#lib/aws/session-tags";

const MAX_POLICY_CHARACTERS = 2048;
// STS API Reference: Policy. What lies beyond has to be escaped in JSON.
const POLICY_CHARACTERS = /^[\t\n\r\u0020-\u00ff]*$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A session policy as a mapping or as JSON text; the output is JSON without spaces. */
export const sessionPolicy = z
  .union([z.string(), z.record(z.string(), z.unknown())], { error: "needs to be a policy: a mapping, or JSON text" })
  .transform((given) => (typeof given === "string" ? readJson(given) : given))
  .refine((policy) => isRecord(policy) && policy.Statement !== undefined, "needs to be a policy with a Statement")
  .transform((policy) => JSON.stringify(policy))
  .refine((text) => text === undefined || text.length <= MAX_POLICY_CHARACTERS, {
    error: `needs to be at most ${MAX_POLICY_CHARACTERS} characters as JSON without spaces; STS takes no more`,
  })
  .refine((text) => text === undefined || POLICY_CHARACTERS.test(text), {
    error: "holds a character beyond U+00FF, which STS refuses",
  });

const service = z.string().regex(/^[a-z0-9-]{1,64}$/, "needs to be a service prefix such as s3 or dynamodb");

export const forcedScopeSchema = z
  .strictObject({
    readOnly: z.boolean().exactOptional().describe("Reading only"),
    region: z
      .string()
      .refine(isRegion, "needs to be a Region such as eu-west-1")
      .exactOptional()
      .describe("One Region"),
    services: z.array(service).min(1).max(20).exactOptional().describe("Service prefixes, such as s3"),
    noIam: z.boolean().exactOptional().describe("Nothing in IAM and Organizations"),
    myAddress: z.boolean().exactOptional().describe("Only from the address that asked"),
  })
  .refine((scope) => Object.keys(scope).length > 0, "needs one of readOnly, region, services, noIam or myAddress");

export const reasonSchema = z.strictObject({
  label: z.string().min(1).max(60).default("Reason").describe("What the field is called, for example Ticket"),
  required: z.boolean().default(true),
  pattern: z.string().min(1).max(120).optional().describe("A glob that it has to match, for example OPS-*"),
  tag: z
    .string()
    .min(1)
    .max(128)
    .default("Reason")
    .describe("The session tag that it becomes, where the path sends tags"),
});

export type ForcedScope = z.output<typeof forcedScopeSchema>;
export type ReasonConfig = z.output<typeof reasonSchema>;
