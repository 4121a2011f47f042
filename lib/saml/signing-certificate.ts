import "server-only";
import { X509Certificate } from "node:crypto";
import { err, ok, type Result } from "#lib/result";

/** NIST SP 800-131A: RSA below 2048 bits is disallowed. */
const MIN_RSA_BITS = 2048;

function readCertificate(text: string): X509Certificate | null {
  const pem = text.includes("-----BEGIN")
    ? text
    : `-----BEGIN CERTIFICATE-----\n${text.replace(/\s/g, "").replace(/.{1,64}/g, "$&\n")}-----END CERTIFICATE-----\n`;
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

/**
 * A certificate, in PEM or as metadata carries it, whose key may verify signatures: RSA of 2048 bits or more. Returned as
 * PEM. Its own dates and issuer do not count: in SAML the metadata vouches for the key (SAML metadata interoperability
 * profile 2.6.1).
 */
export function parseSigningCertificate(text: string): Result<string, { reason: string }> {
  const certificate = readCertificate(text);
  if (certificate === null) return err({ reason: "a certificate cannot be read" });
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  if (asymmetricKeyType !== "rsa") return err({ reason: `keys of type ${asymmetricKeyType} are not supported` });
  if ((asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS)
    return err({ reason: "an RSA key has under 2048 bits" });
  return ok(certificate.toString());
}
