import "server-only";
import { createVerify } from "node:crypto";
import { inflateRawSync } from "node:zlib";
import { err, ok, type Result } from "#lib/result";
import { decodeBase64, readMessageBytes, type SamlMessage } from "./read-message";
import type { SamlRefusal } from "./saml-refusal";
import { MESSAGE_LIMITS } from "./scan-xml";

type Field = "SAMLRequest" | "SAMLResponse";

/** PKCS #1 v1.5 with SHA-256 or better, as for signatures inside messages. */
const HASHES: Readonly<Record<string, "sha256" | "sha384" | "sha512">> = {
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256": "sha256",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384": "sha384",
  "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512": "sha512",
};

const KNOWN = ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature", "SAMLEncoding"];

const refuse = (code: SamlRefusal["code"], detail: string) => err<SamlRefusal>({ code, detail });

/** The parameters as they were sent, still encoded; null when one that counts comes twice: which is signed would be a guess. */
function readRawQuery(query: string): ReadonlyMap<string, string> | null {
  const raw = new Map<string, string>();
  for (const pair of query.replace(/^\?/, "").split("&")) {
    const at = pair.indexOf("=");
    const name = at < 0 ? pair : pair.slice(0, at);
    if (!KNOWN.includes(name)) continue;
    if (raw.has(name)) return null;
    raw.set(name, at < 0 ? "" : pair.slice(at + 1));
  }
  return raw;
}

function decode(raw: string | undefined): string | null {
  try {
    return raw === undefined ? null : decodeURIComponent(raw.replaceAll("+", "%20"));
  } catch {
    return null;
  }
}

function isSigned(raw: ReadonlyMap<string, string>, field: Field, certificates: readonly string[]): boolean {
  const hash = HASHES[decode(raw.get("SigAlg")) ?? ""];
  const signature = decodeBase64(decode(raw.get("Signature")) ?? "");
  if (hash === undefined || signature === null) return false;
  const signedFields = [field, "RelayState", "SigAlg"].filter((name) => raw.has(name));
  const signed = signedFields.map((name) => `${name}=${raw.get(name)}`).join("&");
  return certificates.some((certificate) => createVerify(hash).update(signed).verify(certificate, signature));
}

/** At most 256 KB come out, whatever went in: a deflate bomb ends there. */
function inflate(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MESSAGE_LIMITS.maxCharacters });
  } catch {
    return null;
  }
}

export type RedirectMessage = SamlMessage & { readonly relayState: string | null };

/**
 * Reads a message of the HTTP-Redirect binding from the raw query, as it was sent: the signature is over those very
 * characters (SAML bindings 3.4.4.1). Unsigned ones, SHA-1 and doubled parameters are refused, before anything is inflated.
 */
export function readSignedRedirect(
  query: string,
  field: Field,
  certificates: readonly string[],
): Result<RedirectMessage, SamlRefusal> {
  const raw = query.length > MESSAGE_LIMITS.maxCharacters ? null : readRawQuery(query);
  if (raw === null || raw.has("SAMLEncoding")) return refuse("saml_message_malformed", "query");
  if (!raw.has("Signature")) return refuse("saml_signature_missing", "query");
  if (HASHES[decode(raw.get("SigAlg")) ?? ""] === undefined) return refuse("saml_algorithm_refused", "SigAlg");
  if (!isSigned(raw, field, certificates)) return refuse("saml_signature_invalid", "query");
  const bytes = decodeBase64(decode(raw.get(field)) ?? "");
  const inflated = bytes && inflate(bytes);
  if (!inflated) return refuse("saml_message_malformed", "not deflated base64");
  const message = readMessageBytes(inflated);
  return message.ok ? ok({ ...message.value, relayState: decode(raw.get("RelayState")) }) : message;
}
