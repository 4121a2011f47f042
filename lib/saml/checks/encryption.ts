import type { SamlRefusal } from "../saml-refusal";
import { attributeOf, childElements, descendants, onlyChild, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";

/** How to decrypt one EncryptedAssertion: only what the allow-list names. */
export type EncryptionScheme = {
  readonly cipher: "aes-128-gcm" | "aes-192-gcm" | "aes-256-gcm";
  readonly keyBytes: 16 | 24 | 32;
  readonly oaepHash: "sha256" | "sha512";
  readonly encryptedKey: string;
  readonly content: string;
};

const XENC11 = "http://www.w3.org/2009/xmlenc11#";

/** Authenticated encryption only: CBC lets whoever can send changed text decrypt it (Jager and Somorovsky, 2011). */
const CIPHERS: Readonly<Record<string, Pick<EncryptionScheme, "cipher" | "keyBytes">>> = {
  [`${XENC11}aes128-gcm`]: { cipher: "aes-128-gcm", keyBytes: 16 },
  [`${XENC11}aes192-gcm`]: { cipher: "aes-192-gcm", keyBytes: 24 },
  [`${XENC11}aes256-gcm`]: { cipher: "aes-256-gcm", keyBytes: 32 },
};

/** The xmldsig# names are not registered, but are what Node's xml-encryption writes. SHA-1 is the default, hence refused. */
const OAEP_HASHES: Readonly<Record<string, EncryptionScheme["oaepHash"]>> = {
  "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
  "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
  "http://www.w3.org/2000/09/xmldsig#sha256": "sha256",
  "http://www.w3.org/2000/09/xmldsig#sha512": "sha512",
};

const KEY_TRANSPORTS = new Set([`${XENC11}rsa-oaep`, `${NS.xenc}rsa-oaep-mgf1p`]);

const refusedAlgorithm = (detail: string): SamlRefusal => ({ code: "saml_encryption_algorithm_refused", detail });
const malformed = (detail: string): SamlRefusal => ({ code: "saml_encryption_malformed", detail });

function algorithmOf(parent: XmlElement, name: string): string {
  const found = childElements(parent).filter((child) => child.name === name);
  const [method, ...more] = found;
  return method !== undefined && more.length === 0 ? (attributeOf(method, "Algorithm") ?? "") : "";
}

function cipherValueOf(encrypted: XmlElement): string | null {
  const data = onlyChild(encrypted, NS.xenc, "CipherData");
  const value = data && onlyChild(data, NS.xenc, "CipherValue");
  return value ? value.children.filter((child) => typeof child === "string").join("") : null;
}

function oaepHashOf(method: XmlElement): EncryptionScheme["oaepHash"] | null {
  if (!KEY_TRANSPORTS.has(attributeOf(method, "Algorithm") ?? "")) return null;
  const hash = OAEP_HASHES[algorithmOf(method, "DigestMethod")] ?? null;
  const mgf = childElements(method).some((child) => child.name === "MGF") ? algorithmOf(method, "MGF") : null;
  if (attributeOf(method, "Algorithm") === `${XENC11}rsa-oaep`) return mgf === `${XENC11}mgf1${hash}` ? hash : null;
  return mgf === null ? hash : null;
}

/** The one EncryptedData and the one EncryptedKey, which may stand inside it or beside it (SAML core 2.3.4). */
function findParts(encryptedAssertion: XmlElement) {
  const all = [...descendants(encryptedAssertion)];
  const keys = all.filter((element) => element.name === "EncryptedKey");
  const data = onlyChild(encryptedAssertion, NS.xenc, "EncryptedData");
  const [key] = keys;
  if (data === null || key === undefined || keys.length > 1 || key.namespace !== NS.xenc) return null;
  if (all.filter((element) => element.name === "EncryptedData").length > 1) return null;
  return { data, key };
}

/** Reads how an assertion is encrypted: AES-GCM under RSA-OAEP with SHA-256 or SHA-512, whole elements, one recipient. */
export function readEncryption(encryptedAssertion: XmlElement): EncryptionScheme | SamlRefusal {
  const parts = findParts(encryptedAssertion);
  if (parts === null) return malformed("not exactly one EncryptedData and EncryptedKey");
  const cipher = CIPHERS[algorithmOf(parts.data, "EncryptionMethod")];
  if (cipher === undefined) return refusedAlgorithm("EncryptedData");
  const keyMethod = onlyChild(parts.key, NS.xenc, "EncryptionMethod");
  const oaepHash = keyMethod && oaepHashOf(keyMethod);
  if (!oaepHash) return refusedAlgorithm("EncryptedKey");
  const [encryptedKey, content] = [cipherValueOf(parts.key), cipherValueOf(parts.data)];
  return encryptedKey && content ? { ...cipher, oaepHash, encryptedKey, content } : malformed("no CipherValue");
}
