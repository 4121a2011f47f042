import "server-only";
import type { KeyObject } from "node:crypto";
import { SignedXml } from "xml-crypto";
import type { SessionTag } from "#lib/aws/session-tags";
import { listSamlAudiences } from "./saml-audience";
import { formatXml, type XmlTree } from "./xml-tree";

export type SamlResponseRequest = {
  readonly idpEntityId: string;
  /** `signer` is parsed once for all requests, not at each signature. */
  readonly key: { readonly signer: KeyObject; readonly certificatePem: string };
  /** Becomes `SAML:aud` in the role's trust policy. */
  readonly recipient: string;
  readonly roleArn: string;
  readonly providerArn: string;
  readonly subject: string;
  readonly roleSessionName: string;
  readonly sourceIdentity: string | null;
  readonly tags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly durationSeconds: number;
  readonly now: Date;
  /** Unique XML IDs of the response and the assertion. */
  readonly ids: { readonly response: string; readonly assertion: string };
};

/** Both limits that AWS sets are five minutes: NotOnOrAfter, and redeeming after issue. */
const ASSERTION_SECONDS = 5 * 60;
const ATTRIBUTES = "https://aws.amazon.com/SAML/Attributes";
const URI_FORMAT = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";

const instant = (date: Date) => date.toISOString().replace(/\.\d{3}Z$/, "Z");

const attribute = (name: string, values: readonly string[]): XmlTree => ({
  name: "saml:Attribute",
  attributes: { Name: name, NameFormat: URI_FORMAT },
  children: values.map((value) => ({ name: "saml:AttributeValue", children: [value] })),
});

/** IAM User Guide, "Configure SAML assertions for the authentication response". Attribute names are case-sensitive. */
function listAttributes(request: SamlResponseRequest): XmlTree[] {
  const { sourceIdentity, transitiveTagKeys } = request;
  return [
    attribute(`${ATTRIBUTES}/Role`, [`${request.roleArn},${request.providerArn}`]),
    attribute(`${ATTRIBUTES}/RoleSessionName`, [request.roleSessionName]),
    attribute(`${ATTRIBUTES}/SessionDuration`, [String(request.durationSeconds)]),
    ...(sourceIdentity === null ? [] : [attribute(`${ATTRIBUTES}/SourceIdentity`, [sourceIdentity])]),
    ...request.tags.map(({ key, value }) => attribute(`${ATTRIBUTES}/PrincipalTag:${key}`, [value])),
    ...(transitiveTagKeys.length === 0 ? [] : [attribute(`${ATTRIBUTES}/TransitiveTagKeys`, transitiveTagKeys)]),
  ];
}

function buildSubjectElement(request: SamlResponseRequest, notOnOrAfter: string): XmlTree {
  const format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
  const data = { Recipient: request.recipient, NotOnOrAfter: notOnOrAfter };
  return {
    name: "saml:Subject",
    children: [
      { name: "saml:NameID", attributes: { Format: format }, children: [request.subject] },
      {
        name: "saml:SubjectConfirmation",
        attributes: { Method: "urn:oasis:names:tc:SAML:2.0:cm:bearer" },
        children: [{ name: "saml:SubjectConfirmationData", attributes: data }],
      },
    ],
  };
}

function buildAssertion(request: SamlResponseRequest): XmlTree {
  const issued = instant(request.now);
  const notOnOrAfter = instant(new Date(request.now.getTime() + ASSERTION_SECONDS * 1000));
  const audiences = listSamlAudiences(request.roleArn).map((name) => ({ name: "saml:Audience", children: [name] }));
  const restriction = { name: "saml:AudienceRestriction", children: audiences };
  const classRef = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified";
  const context = {
    name: "saml:AuthnContext",
    children: [{ name: "saml:AuthnContextClassRef", children: [classRef] }],
  };
  return {
    name: "saml:Assertion",
    attributes: { ID: request.ids.assertion, Version: "2.0", IssueInstant: issued },
    children: [
      { name: "saml:Issuer", children: [request.idpEntityId] },
      buildSubjectElement(request, notOnOrAfter),
      {
        name: "saml:Conditions",
        attributes: { NotBefore: issued, NotOnOrAfter: notOnOrAfter },
        children: [restriction],
      },
      { name: "saml:AuthnStatement", attributes: { AuthnInstant: issued }, children: [context] },
      { name: "saml:AttributeStatement", children: listAttributes(request) },
    ],
  };
}

function buildResponse(request: SamlResponseRequest): XmlTree {
  const status = { name: "samlp:StatusCode", attributes: { Value: "urn:oasis:names:tc:SAML:2.0:status:Success" } };
  return {
    name: "samlp:Response",
    attributes: {
      ID: request.ids.response,
      Version: "2.0",
      IssueInstant: instant(request.now),
      Destination: request.recipient,
    },
    children: [
      { name: "saml:Issuer", children: [request.idpEntityId] },
      { name: "samlp:Status", children: [status] },
      buildAssertion(request),
    ],
  };
}

const ASSERTION = "/*[local-name(.)='Response']/*[local-name(.)='Assertion']";

/** The signature is the assertion's, right behind its issuer (SAML core 5.4): AWS asks for that one, not the response's. */
function sign(xml: string, key: SamlResponseRequest["key"]): string {
  const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
  const signer = new SignedXml({
    privateKey: key.signer,
    publicCert: key.certificatePem,
    signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
    canonicalizationAlgorithm: exclusive,
  });
  signer.addReference({
    xpath: ASSERTION,
    digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha256",
    transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", exclusive],
  });
  const location = { reference: `${ASSERTION}/*[local-name(.)='Issuer']`, action: "after" as const };
  signer.computeSignature(xml, { prefix: "ds", location });
  return signer.getSignedXml();
}

/**
 * A Response for AssumeRoleWithSAML, in base64: one signed assertion (RSA-SHA256, exclusive c14n) that names one role and
 * lasts five minutes.
 */
export function issueSamlResponse(request: SamlResponseRequest): string {
  return Buffer.from(sign(formatXml(buildResponse(request)), request.key)).toString("base64");
}
