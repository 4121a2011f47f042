import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import type { SamlIdp } from "./idp-metadata";
import { formatInstant } from "./instant";
import { buildOutgoingMessage, chooseEndpoint, type OutgoingMessage } from "./outgoing-message";
import type { ServiceProvider } from "./service-provider";
import { escapeXml, writeElement } from "./write-xml";
import { NS } from "./xml-namespaces";

export type { OutgoingMessage } from "./outgoing-message";

export type AuthnRequestInput = {
  readonly sp: ServiceProvider;
  readonly idp: SamlIdp;
  readonly provider: SamlProviderConfig;
  /** Unguessable, and an XML ID: it begins with a letter or `_`. */
  readonly requestId: string;
  readonly now: Date;
  readonly relayState: string;
  readonly forceAuthn?: boolean;
};

type Addresses = { readonly issuer: string; readonly acsUrl: string; readonly destination: string };

/** No RequestedAuthnContext: how people prove who they are is the IdP's policy. */
function writeAuthnRequest(input: AuthnRequestInput, { issuer, acsUrl, destination }: Addresses): string {
  const attributes = {
    "xmlns:samlp": NS.samlp,
    "xmlns:saml": NS.saml,
    ID: input.requestId,
    Version: "2.0",
    IssueInstant: formatInstant(input.now),
    Destination: destination,
    ForceAuthn: input.forceAuthn ? "true" : null,
    ProtocolBinding: "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST",
    AssertionConsumerServiceURL: acsUrl,
  };
  return writeElement("samlp:AuthnRequest", attributes, [
    writeElement("saml:Issuer", {}, [escapeXml(issuer)]),
    writeElement("samlp:NameIDPolicy", { Format: input.provider.nameIdFormat, AllowCreate: "true" }),
  ]);
}

function send(
  input: AuthnRequestInput,
  ssoUrl: SamlIdp["ssoUrl"],
  addresses: Omit<Addresses, "destination">,
): OutgoingMessage {
  const endpoint = chooseEndpoint(ssoUrl, input.provider.binding);
  if (endpoint === null) throw new Error("an identity provider without a sign-on address was let through");
  const xml = writeAuthnRequest(input, { ...addresses, destination: endpoint.url });
  const { relayState, provider } = input;
  return buildOutgoingMessage(endpoint, { field: "SAMLRequest", xml, relayState, signing: provider.signing });
}

/**
 * An AuthnRequest (SAML core 3.4.1) by the configured binding, or by the other when the IdP has only that. Signed when
 * a signing key is configured: in the query for HTTP-Redirect, inside the message for HTTP-POST.
 */
export function buildAuthnRequest(input: AuthnRequestInput): OutgoingMessage {
  return send(input, input.idp.ssoUrl, { issuer: input.sp.entityId, acsUrl: input.sp.acsUrl });
}

/** The same to the IdP's second application, which is addressed to AWS and answers to the portal's `aws-acs`. */
export function buildAwsAuthnRequest(input: AuthnRequestInput): OutgoingMessage {
  const { aws, binding } = input.provider;
  if (aws === undefined) throw new Error("no application for AWS is configured at this identity provider");
  const ssoUrl = aws.ssoUrl === undefined ? input.idp.ssoUrl : { [binding]: aws.ssoUrl };
  return send(input, ssoUrl, { issuer: aws.entityId, acsUrl: input.sp.awsAcsUrl });
}
