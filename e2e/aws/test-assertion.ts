import { readFileSync } from "node:fs";
import { SignedXml } from "xml-crypto";
import { roleArn, SAML_PROVIDER, SIGNIN } from "./test-organisation";

const read = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const KEYS = { known: read("test-idp-key.pem"), foreign: read("foreign-key.pem") };
const CERTIFICATE = read("test-idp-certificate.pem").replace(/-----[A-Z ]+-----|\s/g, "");
export const ENTITY_ID = "https://idp.example.com/metadata";
const AWS = "https://aws.amazon.com/SAML/Attributes/";

export const metadataXml = `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${ENTITY_ID}"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${CERTIFICATE}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor></md:EntityDescriptor>`;

/** What a test changes of an assertion that AWS would take. */
export type AssertionChange = {
  readonly id?: string;
  readonly issuer?: string;
  readonly issuedAt?: Date;
  readonly recipient?: string | null;
  readonly audience?: string | null;
  readonly notBefore?: Date;
  readonly confirmationEndsAt?: Date | null;
  readonly conditionsEndAt?: Date;
  readonly sessionEndsAt?: Date;
  readonly nameIdFormat?: string | null;
  readonly withConditions?: boolean;
  readonly withAuthnStatement?: boolean;
  readonly confirmations?: number;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly sign?: readonly ("Assertion" | "Response")[];
  readonly key?: keyof typeof KEYS;
  readonly tamper?: (xml: string) => string;
};

const minutesFromNow = (minutes: number): Date => new Date(Date.now() + minutes * 60_000);
const attribute = (name: string, value: string | null | undefined): string => (value ? ` ${name}="${value}"` : "");
let count = 0;

/** A base64 response as the test IdP would send it. */
export function buildResponse(change: AssertionChange = {}): string {
  count += 1;
  const { issuer = ENTITY_ID, issuedAt = new Date(), sign = ["Assertion"], id = `_a${count}-${Date.now()}` } = change;
  const instant = issuedAt.toISOString();
  const assertion = `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${instant}"><saml:Issuer>${issuer}</saml:Issuer>${buildSubject(change)}${buildConditions(change)}${buildStatements(change)}</saml:Assertion>`;
  const unsigned = `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_r${id}" Version="2.0" IssueInstant="${instant}"><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>${assertion}</samlp:Response>`;
  const xml = sign.reduce((text, name) => signElement(text, name, KEYS[change.key ?? "known"]), unsigned);
  return Buffer.from(change.tamper?.(xml) ?? xml).toString("base64");
}

function buildSubject(change: AssertionChange): string {
  const { nameIdFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", recipient = SIGNIN } = change;
  const { confirmationEndsAt = minutesFromNow(5), confirmations = 1 } = change;
  const data = attribute("Recipient", recipient) + attribute("NotOnOrAfter", confirmationEndsAt?.toISOString());
  const confirmation = `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData${data}/></saml:SubjectConfirmation>`;
  return `<saml:Subject><saml:NameID${attribute("Format", nameIdFormat)}>ada@example.com</saml:NameID>${confirmation.repeat(confirmations)}</saml:Subject>`;
}

function buildConditions(change: AssertionChange): string {
  if (change.withConditions === false) return "";
  const {
    notBefore = minutesFromNow(-1),
    conditionsEndAt = minutesFromNow(5),
    audience = "urn:amazon:webservices",
  } = change;
  const restriction = audience
    ? `<saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction>`
    : "";
  return `<saml:Conditions NotBefore="${notBefore.toISOString()}" NotOnOrAfter="${conditionsEndAt.toISOString()}">${restriction}</saml:Conditions>`;
}

function buildStatements(change: AssertionChange): string {
  const attributes = {
    [`${AWS}Role`]: [`${roleArn("Saml")},${SAML_PROVIDER}`],
    [`${AWS}RoleSessionName`]: ["ada@example.com"],
    ...Object.fromEntries(Object.entries(change.attributes ?? {}).map(([name, values]) => [AWS + name, values])),
  };
  const elements = Object.entries(attributes).map(([name, values]) => {
    const texts = values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join("");
    return `<saml:Attribute Name="${name}">${texts}</saml:Attribute>`;
  });
  const end = attribute("SessionNotOnOrAfter", change.sessionEndsAt?.toISOString());
  const statement = `<saml:AuthnStatement AuthnInstant="${new Date().toISOString()}"${end}/>`;
  return `${change.withAuthnStatement === false ? "" : statement}<saml:AttributeStatement>${elements.join("")}</saml:AttributeStatement>`;
}

function signElement(xml: string, name: "Assertion" | "Response", privateKey: string): string {
  const c14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
  const signer = new SignedXml({
    privateKey,
    canonicalizationAlgorithm: c14n,
    signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  });
  const xpath = `//*[local-name(.)='${name}']`;
  signer.addReference({
    xpath,
    transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", c14n],
    digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha256",
  });
  signer.computeSignature(xml, { prefix: "ds", location: { reference: xpath, action: "append" } });
  return signer.getSignedXml();
}
