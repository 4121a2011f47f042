import { z } from "zod";

/** What the SAML stand-in can be told to do differently. The shapes are those that vendors' products send. */
export const samlControlsSchema = z.strictObject({
  sign: z.enum(["assertion", "response", "both"]).default("both"),
  /** Key transport of encrypted assertions; content is always AES-256-GCM. See encrypt-assertion. */
  encrypt: z.enum(["none", "oaep-sha256", "oaep-mgf1p-sha256", "oaep-mgf1p-sha1"]).default("none"),
  attributeNames: z.enum(["plain", "entra", "oid"]).default("plain"),
  /** `overage` is Entra's: a link instead of more than 150 groups. */
  groups: z.enum(["values", "repeated", "joined", "absent", "overage"]).default("values"),
  /** By attribute name, for everybody. */
  extraAttributes: z.record(z.string().min(1), z.array(z.string())).default({}),
  assertionLifetimeSeconds: z.int().min(1).default(300),
  sessionLifetimeSeconds: z
    .int()
    .min(1)
    .default(8 * 3600),
  /** How long ago responses pretend to have been issued. */
  ageSeconds: z.int().min(-3600).max(86_400).default(0),
  delayMs: z.int().min(0).default(0),
  /** Everything answers 503. */
  down: z.boolean().default(false),
});

export type SamlControls = z.output<typeof samlControlsSchema>;
