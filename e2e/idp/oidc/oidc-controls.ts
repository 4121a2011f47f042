import { z } from "zod";

/** What the OIDC stand-in can be told to do differently. `groups` follows the shapes that vendors really send. */
export const oidcControlsSchema = z.strictObject({
  idTokenLifetimeSeconds: z.int().min(1).default(3600),
  groups: z.enum(["list", "string", "joined", "overage", "absent", "malformed"]).default("list"),
  emailVerified: z.boolean().default(true),
  /** Further claims for everybody, in the ID token and at userinfo. */
  extraClaims: z.record(z.string().min(1), z.json()).default({}),
  delayMs: z.int().min(0).default(0),
  /** Everything answers 503. */
  down: z.boolean().default(false),
});

export type OidcControls = z.output<typeof oidcControlsSchema>;
