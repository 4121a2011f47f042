import "server-only";
import { constants, createDecipheriv, privateDecrypt } from "node:crypto";
import { err, ok, type Result } from "#lib/result";
import { type EncryptionScheme, readEncryption } from "./checks/encryption";
import { decodeBase64, readMessageBytes, type SamlMessage } from "./read-message";
import type { SamlRefusal } from "./saml-refusal";
import type { XmlElement } from "./xml-element";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-GCM as XML Encryption 1.1 section 5.2.4 lays it out: IV, text, tag. Throws when key, length or tag are wrong. */
function decryptContent(scheme: EncryptionScheme, privateKey: string): Buffer {
  const wrapped = decodeBase64(scheme.encryptedKey.replace(/\s/g, ""));
  const content = decodeBase64(scheme.content.replace(/\s/g, ""));
  if (wrapped === null || content === null || content.length <= IV_BYTES + TAG_BYTES) throw new Error("not base64");
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const key = privateDecrypt({ key: privateKey, padding, oaepHash: scheme.oaepHash }, wrapped);
  if (key.length !== scheme.keyBytes) throw new Error("key of another length");
  const decipher = createDecipheriv(scheme.cipher, key, content.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(content.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(content.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
}

/**
 * Decrypts an EncryptedAssertion and reads what comes out as strictly as the response itself: anybody who has the public
 * key can encrypt anything. Proves nothing about who wrote it. Whatever fails, the answer is one code.
 */
export function decryptAssertion(encrypted: XmlElement, privateKey: string): Result<SamlMessage, SamlRefusal> {
  const scheme = readEncryption(encrypted);
  if ("code" in scheme) return err(scheme);
  try {
    const message = readMessageBytes(decryptContent(scheme, privateKey));
    return message.ok ? ok(message.value) : err({ code: "saml_decryption_failed" });
  } catch {
    return err({ code: "saml_decryption_failed" });
  }
}
