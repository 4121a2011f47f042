import * as z from "zod/mini";
import { err, ok, type Result } from "#lib/result";
import { PORTAL_UNREACHABLE, type Problem } from "../errors/problem";
import type { Reply } from "./request-credentials";

const issuedSchema = z.object({
  credentials: z.object({
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
    sessionToken: z.string(),
    expiresAt: z.iso.datetime({ offset: true }),
  }),
  accountId: z.string(),
  accountName: z.string(),
  roleName: z.string(),
  roleArn: z.string(),
  region: z.string(),
  assumedRoleArn: z.string(),
  sessionName: z.string(),
  sourceIdentity: z.nullish(z.string()),
  tags: z.union([z.array(z.object({ key: z.string(), value: z.string() })), z.record(z.string(), z.string())]),
  durationSeconds: z.number(),
  limitedBy: z.nullish(z.enum(["role", "path", "session"])),
  presets: z.array(z.string()),
  policy: z.nullish(z.string()),
  packedPolicySizePercent: z.nullish(z.number()),
  reason: z.nullish(z.string()),
  requestId: z.string(),
});

const refusedSchema = z.object({
  error: z.object({
    code: z.string(),
    title: z.string(),
    message: z.string(),
    hint: z.nullish(z.string()),
    awsCode: z.nullish(z.string()),
    awsRequestId: z.nullish(z.string()),
    requestId: z.nullish(z.string()),
    subject: z.nullish(z.string()),
    explanation: z.nullish(z.string()),
    adminUrl: z.nullish(z.string()),
    administrator: z.nullish(z.boolean()),
  }),
  continueUrl: z.nullish(z.string()),
});

export type IssuedCredentials = z.output<typeof issuedSchema>;

/** A refusal; with `continueUrl` the person has to pass the identity provider first. */
export type Refusal = Problem & { readonly continueUrl: string | null };

const NO_ANSWER: Refusal = { code: PORTAL_UNREACHABLE, title: "", message: "", continueUrl: null };

/** Reads an answer of `POST /api/credentials`. What is neither credentials nor a refusal counts as no answer. */
export function parseReply(reply: Reply | null): Result<IssuedCredentials, Refusal> {
  if (reply === null) return err(NO_ANSWER);
  if (reply.status === 200) {
    const issued = issuedSchema.safeParse(reply.body);
    return issued.success ? ok(issued.data) : err(NO_ANSWER);
  }
  const refused = refusedSchema.safeParse(reply.body);
  return err(refused.success ? { ...refused.data.error, continueUrl: refused.data.continueUrl ?? null } : NO_ANSWER);
}

/** The address to go on at, on the portal's own origin; null for any other. */
export function parseContinueUrl(text: string | null, origin: string): string | null {
  if (text === null || !URL.canParse(text, origin)) return null;
  const url = new URL(text, origin);
  return url.origin === origin ? url.href : null;
}
