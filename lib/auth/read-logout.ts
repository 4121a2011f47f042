import "server-only";
import { z } from "zod";
import { readForm } from "./read-json";

const LIMITS = { maxBytes: 400 * 1024, maxMs: 10_000 };

const form = z.object({
  SAMLRequest: z.string().min(1).optional(),
  SAMLResponse: z.string().min(1).optional(),
  RelayState: z.string().max(2048).optional(),
});

/** A logout message as it arrived: the posted form, or the raw query, which is what a redirect's signature is over. */
export async function readLogout(request: Request) {
  const isPost = request.method === "POST";
  const query = new URL(request.url).search.slice(1);
  const fields = isPost
    ? await readForm(request, form, LIMITS)
    : form.safeParse(Object.fromEntries(new URLSearchParams(query)));
  const given = "value" in fields ? fields.value : "data" in fields ? fields.data : undefined;
  const text = given?.SAMLRequest ?? given?.SAMLResponse;
  if (given === undefined || text === undefined) return null;
  const relayState = given.RelayState ?? null;
  const field = given.SAMLRequest === undefined ? ("SAMLResponse" as const) : ("SAMLRequest" as const);
  const message = isPost
    ? { binding: "post" as const, message: text, relayState }
    : { binding: "redirect" as const, query };
  return { field, relayState, message };
}
