import "server-only";
import { z } from "zod";
import type { Identity } from "#lib/identity";

/** A stored JSON column is input like any other: an older version of the portal may have written it. */
export const identitySchema = z.object({
  idp: z.string(),
  protocol: z.enum(["saml", "oidc"]),
  subject: z.string(),
  email: z.string().nullable(),
  name: z.string().nullable(),
  groups: z.array(z.string()).readonly(),
  groupsProblem: z.enum(["groups_missing", "groups_overage", "groups_malformed"]).nullable(),
  claims: z.record(z.string(), z.array(z.string()).readonly()),
});

export const nameIdSchema = z.object({
  value: z.string(),
  format: z.string().nullable(),
  nameQualifier: z.string().nullable(),
  spNameQualifier: z.string().nullable(),
});

export type DbSession = {
  readonly id: string;
  readonly identity: Identity;
  readonly nameId: z.output<typeof nameIdSchema> | null;
  readonly sessionIndex: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** The columns that are read, as either driver gives them. */
export const rowSchema = z.object({
  id: z.string(),
  identity: z.unknown(),
  nameId: z.unknown(),
  sessionIndex: z.string().nullable(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  createdAt: z.date(),
  expiresAt: z.date(),
});

export function toSession(row: z.output<typeof rowSchema>): DbSession {
  return {
    id: row.id,
    identity: identitySchema.parse(row.identity),
    nameId: row.nameId === null ? null : nameIdSchema.parse(row.nameId),
    sessionIndex: row.sessionIndex,
    address: row.address,
    userAgent: row.userAgent,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
  };
}
