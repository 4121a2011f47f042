import "server-only";
import { z } from "zod";
import { identitySchema, nameIdSchema } from "#lib/db/session-row";
import type { SignInOutcome } from "./sign-in-attempt";

const outcomeSchema = z.object({
  identity: identitySchema,
  nameId: nameIdSchema.nullable(),
  sessionIndex: z.string().nullable(),
  notAfter: z.coerce.date().nullable(),
  proofs: z.array(
    z.object({
      kind: z.enum(["id-token", "refresh-token", "saml-response"]),
      value: z.string(),
      issuedAt: z.coerce.date(),
      expiresAt: z.coerce.date(),
    }),
  ),
});

/** The outcome of a SAML sign-in on its way from the ACS to next-auth's callback; sealed while it waits. */
export const formatSignInOutcome = (outcome: SignInOutcome): string => JSON.stringify(outcome);

export const parseSignInOutcome = (payload: string): SignInOutcome => outcomeSchema.parse(JSON.parse(payload));
