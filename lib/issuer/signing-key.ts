import "server-only";
import { randomBytes, webcrypto } from "node:crypto";
import "reflect-metadata";
import { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, X509CertificateGenerator } from "@peculiar/x509";
import { calculateJwkThumbprint, exportJWK } from "jose";

/** RFC 7518, 6.3.1. */
export type RsaPublicJwk = { readonly kty: "RSA"; readonly n: string; readonly e: string };

/** A key pair that signs for AWS, with the certificate that SAML metadata and `x5c` carry. */
export type SigningKey = {
  /** RFC 7638 thumbprint of the public key. */
  readonly kid: string;
  /** 0, 1, 2 …: unique, so that of several instances one makes the next key. */
  readonly generation: number;
  readonly privateKeyPem: string;
  readonly publicJwk: RsaPublicJwk;
  readonly certificatePem: string;
  readonly createdAt: Date;
  /** From here on it may sign; it is published before, so that caches have it. */
  readonly activatesAt: Date;
};

// IAM takes RSA from 1024 bits and RS256 (IAM User Guide, "Create an OIDC identity provider"). 2048: NIST SP 800-131A.
const ALGORITHM = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** The certificate is a container for the key: what ends its use is its removal, so it outlives any rotation. */
const CERTIFICATE_YEARS = 10;

const toPem = (label: string, der: ArrayBuffer) => {
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
};

/** A positive serial number of 127 random bits (RFC 5280 4.1.2.2). */
function newSerialNumber(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x01;
  return bytes.toString("hex");
}

async function selfSign(keys: webcrypto.CryptoKeyPair, now: Date): Promise<string> {
  const notAfter = new Date(now);
  notAfter.setUTCFullYear(notAfter.getUTCFullYear() + CERTIFICATE_YEARS);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerialNumber(),
    name: "CN=Gatehouse signing",
    notBefore: new Date(now.getTime() - 60_000),
    notAfter,
    signingAlgorithm: ALGORITHM,
    keys,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
    ],
  });
  return `${certificate.toString("pem")}\n`;
}

/** Makes a key pair and its self-signed certificate. */
export async function createSigningKey(plan: {
  readonly generation: number;
  readonly now: Date;
  readonly activatesAt: Date;
}): Promise<SigningKey> {
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const { n, e } = await exportJWK(keys.publicKey);
  const publicJwk: RsaPublicJwk = { kty: "RSA", n: n ?? "", e: e ?? "" };
  return {
    kid: await calculateJwkThumbprint(publicJwk),
    generation: plan.generation,
    privateKeyPem: toPem("PRIVATE KEY", await webcrypto.subtle.exportKey("pkcs8", keys.privateKey)),
    publicJwk,
    certificatePem: await selfSign(keys, plan.now),
    createdAt: plan.now,
    activatesAt: plan.activatesAt,
  };
}
