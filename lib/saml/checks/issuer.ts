import { attributeOf, childrenNamed, textOf, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";
import type { Check } from "./check";

const ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

function isIssuer(element: XmlElement, entityId: string): boolean {
  return textOf(element) === entityId && (attributeOf(element, "Format") ?? ENTITY) === ENTITY;
}

/** The issuer of a message and of the assertion is the configured IdP, to the letter (SAML profiles 4.1.4.2). */
export function hasIssuer(message: XmlElement, entityId: string): boolean {
  const [issuer, ...more] = childrenNamed(message, NS.saml, "Issuer");
  return issuer !== undefined && more.length === 0 && isIssuer(issuer, entityId);
}

/** The assertion's always, the response's when it names one: a response of IdP A ends at the ACS of IdP B here. */
export const checkIssuer: Check = ({ response, assertion, idpEntityId }) => {
  const unnamed = childrenNamed(response, NS.saml, "Issuer").length === 0;
  const holds = hasIssuer(assertion, idpEntityId) && (unnamed || hasIssuer(response, idpEntityId));
  return holds ? null : { code: "saml_issuer_wrong" };
};
