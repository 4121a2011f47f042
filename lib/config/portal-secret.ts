import "server-only";
import { hkdfSync, randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";

/** What keys are derived for. One secret, and no two purposes share a key (RFC 5869, the info input). */
export type KeyPurpose = "sealed-columns" | "next-auth" | "handles";

/** A 256-bit key for one purpose from the portal's secret (HKDF-SHA-256, RFC 5869). */
export function deriveKey(secret: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "gatehouse", purpose, 32));
}

/**
 * `portal.secret`, or with the embedded database the secret that the portal made for itself beside it (readable by its
 * owner only). Throws when the file can be neither read nor made.
 */
export async function findPortalSecret(options: {
  configured: string | undefined;
  directory: string;
}): Promise<string> {
  if (options.configured !== undefined) return options.configured;
  const path = join(options.directory, "portal-secret");
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(randomBytes(48).toString("base64"));
    await file.sync();
    await file.close();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = await readFile(path, "utf8");
  if (secret.length < 32) throw new Error(`${path} is not a portal secret: remove it, and people sign in again`);
  return secret;
}
