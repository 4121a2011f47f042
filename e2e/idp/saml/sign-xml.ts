import samlify from "samlify";
import type { KeyAndCertificate } from "../self-signed-certificate";
import { RSA_SHA256 } from "./identity-provider";

/** RSA-SHA256 over the element at this path of local names, with the signature after its Issuer (core, 5.4). */
export function signElement(xml: string, path: readonly string[], keys: KeyAndCertificate): string {
  const at = path.map((name) => `/*[local-name(.)='${name}']`).join("");
  return samlify.SamlLib.constructSAMLSignature({
    rawSamlMessage: xml,
    referenceTagXPath: at,
    privateKey: keys.privateKey,
    signatureAlgorithm: RSA_SHA256,
    signingCert: keys.certificate.replace(/-----[^-]+-----|\s/g, ""),
    isBase64Output: false,
    signatureConfig: { prefix: "ds", location: { reference: `${at}/*[local-name(.)='Issuer']`, action: "after" } },
  });
}
