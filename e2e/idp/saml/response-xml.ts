import { escapeMarkup } from "../html";
import { ASSERTION_NS, PROTOCOL_NS } from "./namespaces";
import type { Attribute } from "./person-attributes";

export type NameId = { readonly value: string; readonly format: string; readonly spNameQualifier: string };

/** What goes into a successful answer (SAML core, 3.3.3 and profiles, 4.1.4.2). */
export type ResponseParts = {
  readonly responseId: string;
  readonly assertionId: string;
  readonly issuer: string;
  readonly destination: string;
  readonly recipient: string;
  readonly audience: string;
  /** Null for an unsolicited response. */
  readonly inResponseTo: string | null;
  readonly issuedAt: Date;
  readonly authenticatedAt: Date;
  readonly notOnOrAfter: Date;
  readonly sessionEndsAt: Date;
  readonly sessionIndex: string;
  readonly nameId: NameId;
  readonly attributes: readonly Attribute[];
};

const SUCCESS = `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>`;
const CLOCK_TOLERANCE_MS = 30_000;

/** samlify's templates know one value per attribute and no SessionNotOnOrAfter, so the text is made here. */
export function buildResponseXml(parts: ResponseParts): string {
  return `${openResponse(parts)}${SUCCESS}${buildAssertion(parts)}</samlp:Response>`;
}

/** An answer without an assertion: `secondary` is such as NoPassive (core, 3.2.2.2). */
export function buildRefusalXml(
  parts: Pick<ResponseParts, "responseId" | "issuer" | "destination" | "inResponseTo" | "issuedAt">,
  secondary: string,
): string {
  const status = "urn:oasis:names:tc:SAML:2.0:status";
  return `${openResponse(parts)}<samlp:Status><samlp:StatusCode Value="${status}:Responder"><samlp:StatusCode Value="${status}:${secondary}"/></samlp:StatusCode></samlp:Status></samlp:Response>`;
}

function openResponse(parts: Parameters<typeof buildRefusalXml>[0]): string {
  return `<samlp:Response xmlns:samlp="${PROTOCOL_NS}" xmlns:saml="${ASSERTION_NS}" ID="${parts.responseId}" Version="2.0" IssueInstant="${formatInstant(parts.issuedAt)}" Destination="${escapeMarkup(parts.destination)}"${formatInResponseTo(parts)}><saml:Issuer>${escapeMarkup(parts.issuer)}</saml:Issuer>`;
}

function buildAssertion(parts: ResponseParts): string {
  const end = formatInstant(parts.notOnOrAfter);
  const start = formatInstant(new Date(parts.issuedAt.getTime() - CLOCK_TOLERANCE_MS));
  return [
    `<saml:Assertion xmlns:saml="${ASSERTION_NS}" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ID="${parts.assertionId}" Version="2.0" IssueInstant="${formatInstant(parts.issuedAt)}">`,
    `<saml:Issuer>${escapeMarkup(parts.issuer)}</saml:Issuer>`,
    `<saml:Subject>${buildNameId(parts.nameId)}<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">`,
    `<saml:SubjectConfirmationData NotOnOrAfter="${end}" Recipient="${escapeMarkup(parts.recipient)}"${formatInResponseTo(parts)}/></saml:SubjectConfirmation></saml:Subject>`,
    `<saml:Conditions NotBefore="${start}" NotOnOrAfter="${end}"><saml:AudienceRestriction><saml:Audience>${escapeMarkup(parts.audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>`,
    `<saml:AuthnStatement AuthnInstant="${formatInstant(parts.authenticatedAt)}" SessionNotOnOrAfter="${formatInstant(parts.sessionEndsAt)}" SessionIndex="${parts.sessionIndex}">`,
    `<saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`,
    `<saml:AttributeStatement>${parts.attributes.map(buildAttribute).join("")}</saml:AttributeStatement></saml:Assertion>`,
  ].join("");
}

export function buildNameId(nameId: NameId): string {
  return `<saml:NameID Format="${nameId.format}" SPNameQualifier="${escapeMarkup(nameId.spNameQualifier)}">${escapeMarkup(nameId.value)}</saml:NameID>`;
}

function buildAttribute(attribute: Attribute): string {
  const values = attribute.values
    .map((value) => `<saml:AttributeValue xsi:type="xs:string">${escapeMarkup(value)}</saml:AttributeValue>`)
    .join("");
  const format = `urn:oasis:names:tc:SAML:2.0:attrname-format:${attribute.name.includes(":") ? "uri" : "basic"}`;
  return `<saml:Attribute Name="${escapeMarkup(attribute.name)}" NameFormat="${format}">${values}</saml:Attribute>`;
}

function formatInResponseTo(parts: { readonly inResponseTo: string | null }): string {
  return parts.inResponseTo === null ? "" : ` InResponseTo="${escapeMarkup(parts.inResponseTo)}"`;
}

/** UTC, to the second, as most products write it (core, 1.3.3). */
export function formatInstant(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`;
}
