import "server-only";
import { getVerifiedXml } from "@node-saml/node-saml/lib/xml.js";
import { DOMParser } from "@xmldom/xmldom";
import { scanXml } from "./scan-xml";
import type { XmlElement } from "./xml-element";
import { NS } from "./xml-namespaces";

/** Which signature: the one that is a child of the root, or of the one Assertion below the root. */
export type SignedPart = "root" | "assertion";

function parseDom(xml: string): Document {
  const fail = (message: string) => {
    throw new Error(message);
  };
  return new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } }).parseFromString(
    xml,
    "text/xml",
  );
}

function findPart(document: Document, part: SignedPart): Element | null {
  if (part === "root") return document.documentElement;
  return document.getElementsByTagNameNS(NS.saml, "Assertion").item(0);
}

/**
 * Verifies the signature of one part with the configured certificates only (KeyInfo is ignored) and returns exactly the
 * bytes that were signed, read anew; null when no certificate verifies it. The caller has scanned the XML and checked
 * the signature's shape and algorithms.
 *
 * node-saml's signature routine is used by itself. Its SAML class reads the wall clock, decrypts key transport with SHA-1
 * only, parses decrypted text unscanned and re-serialises what was verified.
 */
export function verifySignature(xml: string, part: SignedPart, certificates: readonly string[]): XmlElement | null {
  try {
    const element = findPart(parseDom(xml), part);
    const verified = element === null ? null : getVerifiedXml(xml, element, [...certificates]);
    // Void canonicalization would give an empty string.
    const scanned = verified === null || verified === "" ? null : scanXml(verified);
    return scanned?.ok === true ? scanned.value : null;
  } catch {
    return null;
  }
}
