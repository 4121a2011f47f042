import { z } from "zod";

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string().catch("")).catch([]).default([]);
const textMap = z.record(z.string(), z.string().catch("")).catch({}).default({});
const anything = z.unknown().optional();

/** A list that keeps its numbering: an entry that cannot be read is there, empty. */
const listOf = <T extends z.ZodRawShape>(shape: T) => {
  const entry = z.object(shape);
  return z
    .array(entry.catch(() => entry.parse({})))
    .catch([])
    .default([]);
};

const outlineSchema = z.object({
  portal: z.object({ url: text, secret: text, logo: text, logoDark: text }).catch({}).default({}),
  database: z.object({ url: text }).catch({}).default({}),
  aws: z.object({ region: text }).catch({}).default({}),
  issuer: z.object({ url: text }).catch({}).default({}),
  identityProviders: listOf({
    id: text,
    type: text,
    preset: text,
    metadataFile: text,
    metadataUrl: text,
    entityId: text,
    ssoUrl: text,
    certificates: anything,
    issuer: text,
    clientSecret: text,
    tokenEndpointAuthMethod: text,
    allowedTenants: texts,
  }),
  access: z
    .object({
      accounts: listOf({
        id: text,
        name: text,
        region: text,
        partition: text,
        roles: listOf({
          name: text,
          via: text.default("portal-oidc"),
          provider: text,
          idp: text,
          maxDuration: text.default("1h"),
          defaultDuration: text,
          sessionName: text,
          sourceIdentity: text,
          tags: textMap,
          transitiveTags: texts,
          policyArns: texts,
          policy: anything,
          reason: z.object({ tag: text }).optional().catch(undefined),
          scope: z.object({ region: text }).optional().catch(undefined),
          externalId: text,
          hubRole: text,
          hubExternalId: text,
          mfaSerial: text,
        }),
      }),
      rules: listOf({ group: text, idp: text, roles: texts }),
    })
    .catch({ accounts: [], rules: [] })
    .default({ accounts: [], rules: [] }),
});

/**
 * What of a document can be read, however wrong the rest is, so that what spans several keys is checked in the same run
 * as the keys themselves. Texts are as written: nothing is validated here.
 */
export type Outline = z.output<typeof outlineSchema>;
export type OutlineProvider = Outline["identityProviders"][number];
export type OutlineAccount = Outline["access"]["accounts"][number];
export type OutlineRole = OutlineAccount["roles"][number];

const empty = outlineSchema.parse({});

export function readOutline(value: unknown): Outline {
  const parsed = outlineSchema.safeParse(value);
  return parsed.success ? parsed.data : empty;
}
