import { invalidIdentityToken, type Refusal } from "../refusal";
import { ASSERTION, PROTOCOL } from "./namespaces";
import type { ProviderMetadata } from "./provider-metadata";
import { isSigned, verifySignedElement } from "./signature";
import { findOnlyChild, listDescendants, parseXml, readText } from "./xml-document";

const DETAIL =
  "(Service: AWSOpenIdDiscoveryService; Status Code: 400; Error Code: AuthSamlInvalidSamlResponseException)";
export const INVALID_RESPONSE = invalidIdentityToken(`Invalid base64 SAMLResponse ${DETAIL}`);
export const SIGNATURE_INVALID = invalidIdentityToken("Response signature invalid");
const UNSIGNED = invalidIdentityToken(
  "A SAML Response (signature optional) must contain an assertion with a mandatory signature",
);
const FOREIGN_ISSUER = invalidIdentityToken(`Issuer not present in specified provider ${DETAIL}`);

export type ResponseDocument = { readonly xml: string; readonly response: Element; readonly assertion: Element };

/** Decodes the whole `samlp:Response`; exactly one assertion, as its child, and none hidden elsewhere. */
export function readResponse(base64: string): ResponseDocument | Refusal {
  const compact = base64.replace(/\s/g, "");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return INVALID_RESPONSE;
  const xml = Buffer.from(compact, "base64").toString("utf8");
  const response = parseXml(xml);
  if (response === null || response.namespaceURI !== PROTOCOL || response.localName !== "Response") {
    return INVALID_RESPONSE;
  }
  const assertion = findOnlyChild(response, ASSERTION, "Assertion");
  const assertions = listDescendants(response).filter((each) => /^(Encrypted)?Assertion$/.test(each.localName));
  return assertion === null || assertions.length !== 1 ? INVALID_RESPONSE : { xml, response, assertion };
}

/**
 * The assertion as it was signed. Its signature is mandatory, the response's is verified when it is there, and its
 * issuer must be the provider's entityID; the response's issuer does not count.
 */
export function verifyAssertion(document: ResponseDocument, metadata: ProviderMetadata): Element | Refusal {
  const { xml, response, assertion } = document;
  if (!isSigned(assertion)) return UNSIGNED;
  const issuer = readText(findOnlyChild(assertion, ASSERTION, "Issuer"));
  if (issuer !== metadata.entityId) return FOREIGN_ISSUER;
  if (isSigned(response) && verifySignedElement(xml, response, metadata.certificates) === null)
    return SIGNATURE_INVALID;
  const signed = verifySignedElement(xml, assertion, metadata.certificates);
  if (signed === null || signed.localName !== "Assertion" || signed.namespaceURI !== ASSERTION)
    return SIGNATURE_INVALID;
  return readText(findOnlyChild(signed, ASSERTION, "Issuer")) === metadata.entityId ? signed : FOREIGN_ISSUER;
}
