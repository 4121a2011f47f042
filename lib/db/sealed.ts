import "server-only";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/** Encrypts and decrypts columns under the portal's key; the context binds a value to the row it belongs to. */
export type Sealer = {
  readonly seal: (plain: string, context: string) => Uint8Array<ArrayBuffer>;
  /** Null when the value was changed, moved to another row, or sealed under another key. */
  readonly unseal: (sealed: Uint8Array, context: string) => string | null;
};

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM (NIST SP 800-38D) with a random 96-bit IV: IV, ciphertext, tag. */
export function createSealer(key: Buffer): Sealer {
  return {
    seal(plain, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(context));
      return new Uint8Array(Buffer.concat([iv, cipher.update(plain, "utf8"), cipher.final(), cipher.getAuthTag()]));
    },
    unseal(sealed, context) {
      const bytes = Buffer.from(sealed);
      if (bytes.length < IV_BYTES + TAG_BYTES) return null;
      const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES)).setAAD(Buffer.from(context));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      try {
        const body = decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}

/** A reference that a browser holds and the database only recognises: 256 random bits, base64url. */
export const newReference = (): string => randomBytes(32).toString("base64url");

/** What is stored of a reference. A plain hash is enough for 256 random bits; there is nothing to guess. */
export const hashReference = (reference: string): string => createHash("sha256").update(reference).digest("base64url");
