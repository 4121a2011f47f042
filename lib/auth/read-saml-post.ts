import "server-only";
import { z } from "zod";
import { ok, type Result } from "#lib/result";
import { readForm } from "./read-json";

/** 256 KB of XML as base64 in a form, and time for a slow line, but not for a trickle. */
const LIMITS = { maxBytes: 400 * 1024, maxMs: 10_000 };

const response = z.object({ SAMLResponse: z.string().min(1), RelayState: z.string().max(2048).default("") });

/** The form that an identity provider posts to the ACS (SAML bindings 3.5.4). */
export async function readSamlPost(
  request: Request,
): Promise<Result<{ samlResponse: string; relayState: string }, "request_invalid" | "request_too_large">> {
  const form = await readForm(request, response, LIMITS);
  return form.ok ? ok({ samlResponse: form.value.SAMLResponse, relayState: form.value.RelayState }) : form;
}
