import * as z from "zod/mini";
import { err, ok, type Result } from "#lib/result";
import { parseReply } from "../credentials/parse-reply";
import type { Reply } from "../credentials/request-credentials";
import type { Problem } from "../errors/problem";

/** What is asked for. */
export type LeaseRequest = {
  readonly accountId: string;
  readonly roleName: string;
  readonly name: string;
  readonly durationSeconds: number;
  readonly reason?: string;
  readonly scope?: { readonly readOnly: true };
};

const madeSchema = z.object({
  id: z.string(),
  name: z.string(),
  token: z.string(),
  url: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  roleName: z.string(),
  region: z.string(),
  expiresAt: z.iso.datetime(),
});

/** A lease with its token, which is nowhere else. */
export type MadeLease = z.output<typeof madeSchema>;

/** Reads an answer of `POST /api/leases`. What is neither a lease nor a refusal counts as no answer. */
export function parseLeaseReply(reply: Reply | null): Result<MadeLease, Problem> {
  const made = reply?.status === 201 ? madeSchema.safeParse(reply.body) : null;
  if (made?.success) return ok(made.data);
  const refused = parseReply(reply === null ? null : { ...reply, status: 400 });
  return refused.ok ? err({ code: "internal_error", title: "", message: "" }) : refused;
}

/** Asks the portal, once, for a lease. What is made though its answer is lost stands in the list. */
export async function requestLease(request: LeaseRequest, signal: AbortSignal): Promise<Result<MadeLease, Problem>> {
  try {
    const response = await fetch("/api/leases", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify(request),
      cache: "no-store",
      credentials: "same-origin",
      redirect: "error",
      signal,
    });
    return parseLeaseReply({ status: response.status, body: await response.json(), clockOffsetMs: 0 });
  } catch {
    return parseLeaseReply(null);
  }
}
