import { z } from "zod";
import { changeRoute } from "#lib/auth/portal-route";
import { readForm } from "#lib/auth/read-json";
import { refusalResponse } from "#lib/auth/refusal-response";
import { endOwnLease, endOwnLeases } from "#lib/broker/leases";

const body = z.object({ id: z.uuid().or(z.literal("all")), from: z.enum(["sessions", "containers"]).optional() });

const PAGES = { sessions: "/sessions", containers: "/terminal/containers" } as const;

/** POST /api/leases/end: ends one of the caller's own leases, or all, and returns to the list. */
export const POST = changeRoute(async (caller, request) => {
  const form = await readForm(request, body);
  if (!form.ok) return refusalResponse(form.error, caller.requestId);
  const { id, from = "containers" } = form.value;
  const ended = id === "all" ? { ok: true as const, value: await endOwnLeases(caller) } : await endOwnLease(caller, id);
  if (!ended.ok) return refusalResponse(ended.error, caller.requestId);
  const location = `${PAGES[from]}?endedLeases=${ended.value ?? 1}`;
  return new Response(null, { status: 303, headers: { location } });
});
