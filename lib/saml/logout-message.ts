import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import type { SamlIdp } from "./idp-metadata";
import { formatInstant } from "./instant";
import type { NameId } from "./name-id";
import { buildOutgoingMessage, chooseEndpoint, type OutgoingMessage } from "./outgoing-message";
import type { ServiceProvider } from "./service-provider";
import { escapeXml, writeElement } from "./write-xml";
import { NS } from "./xml-namespaces";

type Ends = { readonly sp: ServiceProvider; readonly idp: SamlIdp; readonly provider: SamlProviderConfig };

export type LogoutRequestInput = Ends & {
  readonly nameId: NameId;
  readonly sessionIndex: string | null;
  readonly requestId: string;
  readonly now: Date;
  readonly relayState: string;
};

export type LogoutResponseInput = Ends & {
  readonly responseId: string;
  readonly inResponseTo: string;
  readonly now: Date;
  readonly relayState: string | null;
  readonly outcome: "success" | "failure";
};

const STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
const VALID_MS = 5 * 60_000;

type Envelope = { readonly ID: string; readonly now: Date; readonly Destination: string };

const envelope = ({ ID, now, Destination }: Envelope) => ({
  "xmlns:samlp": NS.samlp,
  "xmlns:saml": NS.saml,
  ID,
  Version: "2.0",
  IssueInstant: formatInstant(now),
  Destination,
});

const writeIssuer = (sp: ServiceProvider) => writeElement("saml:Issuer", {}, [escapeXml(sp.entityId)]);

function writeLogoutRequest(input: LogoutRequestInput, destination: string): string {
  const { nameId, now, requestId, sessionIndex, sp } = input;
  const qualifiers = {
    Format: nameId.format,
    NameQualifier: nameId.nameQualifier,
    SPNameQualifier: nameId.spNameQualifier,
  };
  const attributes = {
    ...envelope({ ID: requestId, now, Destination: destination }),
    NotOnOrAfter: formatInstant(new Date(now.getTime() + VALID_MS)),
  };
  return writeElement("samlp:LogoutRequest", attributes, [
    writeIssuer(sp),
    writeElement("saml:NameID", qualifiers, [escapeXml(nameId.value)]),
    ...(sessionIndex === null ? [] : [writeElement("samlp:SessionIndex", {}, [escapeXml(sessionIndex)])]),
  ]);
}

/** A LogoutRequest (SAML core 3.7.1) naming exactly the session that ends. Null when this IdP has no single logout. */
export function buildLogoutRequest(input: LogoutRequestInput): OutgoingMessage | null {
  const { idp, provider, relayState } = input;
  const endpoint = idp.sloUrl && chooseEndpoint(idp.sloUrl, provider.binding);
  if (endpoint === null) return null;
  const xml = writeLogoutRequest(input, endpoint.url);
  return buildOutgoingMessage(endpoint, { field: "SAMLRequest", xml, relayState, signing: provider.signing });
}

function writeLogoutResponse(input: LogoutResponseInput, destination: string): string {
  const { inResponseTo, now, outcome, responseId, sp } = input;
  const code = `${STATUS}${outcome === "success" ? "Success" : "Requester"}`;
  const attributes = { ...envelope({ ID: responseId, now, Destination: destination }), InResponseTo: inResponseTo };
  const status = writeElement("samlp:Status", {}, [writeElement("samlp:StatusCode", { Value: code })]);
  return writeElement("samlp:LogoutResponse", attributes, [writeIssuer(sp), status]);
}

/** The answer to the IdP's LogoutRequest, to its ResponseLocation where it has one. Null when it has no single logout. */
export function buildLogoutResponse(input: LogoutResponseInput): OutgoingMessage | null {
  const { idp, provider, relayState } = input;
  const endpoint = idp.sloUrl && chooseEndpoint(idp.sloUrl, provider.binding);
  if (endpoint === null) return null;
  const answers = { redirect: idp.sloUrl?.redirectResponse, post: idp.sloUrl?.postResponse };
  const url = answers[endpoint.binding] ?? endpoint.url;
  const xml = writeLogoutResponse(input, url);
  const parts = { field: "SAMLResponse", xml, relayState, signing: provider.signing } as const;
  return buildOutgoingMessage({ binding: endpoint.binding, url }, parts);
}
