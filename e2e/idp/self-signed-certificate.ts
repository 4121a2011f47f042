import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

/** An RSA key and a certificate for it, both in PEM. */
export type KeyAndCertificate = { readonly privateKey: string; readonly certificate: string };

const SHA256_WITH_RSA = der(0x30, der(0x06, Buffer.from("2a864886f70d01010b", "hex")), der(0x05));
const COMMON_NAME = Buffer.from("550403", "hex");
const DAY_MS = 86_400_000;

/**
 * A new 2048-bit RSA key with a self-signed X.509 v3 certificate (RFC 5280, 4.1), made afresh for each sandbox so that no
 * private key lies in the repository. Valid from yesterday for `days` days.
 */
export function createSelfSignedCertificate(options: {
  readonly commonName: string;
  readonly now: Date;
  readonly days: number;
}): KeyAndCertificate {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const name = der(0x30, der(0x31, der(0x30, der(0x06, COMMON_NAME), der(0x0c, Buffer.from(options.commonName)))));
  const start = options.now.getTime() - DAY_MS;
  const validity = der(0x30, formatTime(new Date(start)), formatTime(new Date(start + options.days * DAY_MS)));
  const body = der(
    0x30,
    der(0xa0, der(0x02, Buffer.from([2]))),
    // Positive, and never with a leading zero byte: DER wants the shortest form.
    der(0x02, Buffer.concat([Buffer.from([0x4a]), randomBytes(15)])),
    SHA256_WITH_RSA,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = sign("sha256", body, privateKey);
  const certificate = der(0x30, body, SHA256_WITH_RSA, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificate: formatPem(certificate),
  };
}

/** A DER element: tag, length (X.690, 8.1.3) and what it holds. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const hex = content.length.toString(16);
  const length = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex");
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

/** UTCTime until 2049, as RFC 5280, 4.1.2.5 wants. */
function formatTime(time: Date): Buffer {
  return der(0x17, Buffer.from(`${time.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`));
}

function formatPem(certificate: Buffer): string {
  const lines = certificate.toString("base64").match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}
