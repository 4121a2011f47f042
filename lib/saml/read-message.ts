import "server-only";
import { err, ok, type Result } from "#lib/result";
import type { SamlRefusal } from "./saml-refusal";
import { MESSAGE_LIMITS, scanXml } from "./scan-xml";
import type { XmlElement } from "./xml-element";

export type SamlMessage = { readonly xml: string; readonly root: XmlElement };

/** 256 KB of XML as base64, with the line breaks that some IdPs put in. */
const MAX_BASE64 = Math.ceil((MESSAGE_LIMITS.maxCharacters * 4) / 3) + 8192;

const malformed = (detail: string) => err<SamlRefusal>({ code: "saml_message_malformed", detail });

/** Strict base64 (RFC 4648 section 4) but for line breaks; null for anything else. Node's own decoder skips what it cannot read. */
export function decodeBase64(text: string): Buffer | null {
  const compact = text.replace(/[\r\n]/g, "");
  if (compact === "" || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return null;
  return Buffer.from(compact, "base64");
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What the bytes of a message hold, strictly read. Refuses over 256 KB and everything that `scanXml` refuses. */
export function readMessageBytes(bytes: Uint8Array): Result<SamlMessage, SamlRefusal> {
  if (bytes.byteLength > MESSAGE_LIMITS.maxCharacters) return malformed("too long");
  const xml = decodeUtf8(bytes);
  if (xml === null) return malformed("not UTF-8");
  const root = scanXml(xml);
  return root.ok ? ok({ xml, root: root.value }) : malformed(root.error.reason);
}

/** The message in a SAMLResponse or SAMLRequest field of the HTTP-POST binding (SAML bindings 3.5.4). */
export function readSamlMessage(base64: string): Result<SamlMessage, SamlRefusal> {
  if (base64.length > MAX_BASE64) return malformed("too long");
  const bytes = decodeBase64(base64);
  return bytes === null ? malformed("not base64") : readMessageBytes(bytes);
}
