import "server-only";
import { z } from "zod";
import { scopeSchema } from "#lib/session-policy/scope";
import { PLAIN_TEXT } from "./plain-text";

const MAX_REASON = 256;

/** What both ways of asking for a session have in common, as a JSON body names it. */
export const sessionFields = {
  durationSeconds: z.int().min(1).max(200_000).optional(),
  scope: scopeSchema.optional(),
  reason: z.string().max(MAX_REASON).regex(PLAIN_TEXT).optional(),
  mfaCode: z.string().max(20).regex(PLAIN_TEXT).optional(),
  /** Whether the scope is kept for the next time, or an earlier one forgotten. */
  rememberScope: z.boolean().optional(),
};

const blank = z.literal("").transform(() => undefined);

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The same as fields of a form, the scope as JSON text. */
export const sessionFormFields = {
  durationSeconds: blank.or(z.coerce.number().int().min(1).max(200_000)).optional(),
  scope: blank.or(z.string().max(30_000).transform(readJson).pipe(scopeSchema)).optional(),
  reason: blank.or(z.string().max(MAX_REASON).regex(PLAIN_TEXT)).optional(),
  mfaCode: blank.or(z.string().max(20).regex(PLAIN_TEXT)).optional(),
  rememberScope: blank.or(z.enum(["true", "false"]).transform((text) => text === "true")).optional(),
};
