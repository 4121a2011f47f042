import { constants, createCipheriv, publicEncrypt, randomBytes } from "node:crypto";
import { ASSERTION_NS, DSIG_NS } from "./namespaces";

const XENC = "http://www.w3.org/2001/04/xmlenc#";
const XENC11 = "http://www.w3.org/2009/xmlenc11#";

/**
 * How the content key travels. `oaep-sha256` is XML Encryption 1.1 to the letter. `oaep-mgf1p-sha256` is how the `xml-encryption`
 * package writes and reads it (its own digest URI, and MGF1 with SHA-256 too). `oaep-mgf1p-sha1` is what many products still
 * send by default. samlify itself writes the last one only, hence this file.
 */
const KEY_TRANSPORTS = {
  "oaep-sha256": {
    hash: "sha256",
    method: `<xenc:EncryptionMethod Algorithm="${XENC11}rsa-oaep"><ds:DigestMethod Algorithm="${XENC}sha256"/><xenc11:MGF xmlns:xenc11="${XENC11}" Algorithm="${XENC11}mgf1sha256"/></xenc:EncryptionMethod>`,
  },
  "oaep-mgf1p-sha256": {
    hash: "sha256",
    method: `<xenc:EncryptionMethod Algorithm="${XENC}rsa-oaep-mgf1p"><ds:DigestMethod Algorithm="${DSIG_NS}sha256"/></xenc:EncryptionMethod>`,
  },
  "oaep-mgf1p-sha1": {
    hash: "sha1",
    method: `<xenc:EncryptionMethod Algorithm="${XENC}rsa-oaep-mgf1p"><ds:DigestMethod Algorithm="${DSIG_NS}sha1"/></xenc:EncryptionMethod>`,
  },
} as const;

export type KeyTransport = keyof typeof KEY_TRANSPORTS;

/** Puts an EncryptedAssertion in the assertion's place. Throws when the response has none. */
export function encryptAssertion(responseXml: string, certificate: string, transport: KeyTransport): string {
  const start = responseXml.indexOf("<saml:Assertion");
  const end = responseXml.indexOf("</saml:Assertion>") + "</saml:Assertion>".length;
  if (start < 0) throw new Error("no assertion to encrypt");
  const encrypted = encryptElement(responseXml.slice(start, end), certificate, transport);
  const wrapped = `<saml:EncryptedAssertion xmlns:saml="${ASSERTION_NS}">${encrypted}</saml:EncryptedAssertion>`;
  return `${responseXml.slice(0, start)}${wrapped}${responseXml.slice(end)}`;
}

/** AES-256-GCM, laid out as IV, text, tag (XML Encryption 1.1, 5.2.4). */
function encryptElement(xml: string, certificate: string, transport: KeyTransport): string {
  const { hash, method } = KEY_TRANSPORTS[transport];
  const contentKey = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", contentKey, iv);
  const content = Buffer.concat([iv, cipher.update(xml, "utf8"), cipher.final(), cipher.getAuthTag()]);
  const key = publicEncrypt(
    { key: certificate, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: hash },
    contentKey,
  );
  return [
    `<xenc:EncryptedData xmlns:xenc="${XENC}" xmlns:ds="${DSIG_NS}" Type="${XENC}Element">`,
    `<xenc:EncryptionMethod Algorithm="${XENC11}aes256-gcm"/>`,
    `<ds:KeyInfo><xenc:EncryptedKey>${method}${formatCipherData(key)}</xenc:EncryptedKey></ds:KeyInfo>`,
    `${formatCipherData(content)}</xenc:EncryptedData>`,
  ].join("");
}

function formatCipherData(bytes: Buffer): string {
  return `<xenc:CipherData><xenc:CipherValue>${bytes.toString("base64")}</xenc:CipherValue></xenc:CipherData>`;
}
