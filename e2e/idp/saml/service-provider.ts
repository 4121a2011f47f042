import { X509Certificate } from "node:crypto";
import samlify from "samlify";
import { ASSERTION_NS, DSIG_NS, METADATA_NS, POST_BINDING, REDIRECT_BINDING } from "./namespaces";
import { findAttribute, listElements, parseXml } from "./read-xml";

/** An application that the stand-in signs people in to: by its metadata, read when it is needed, or by its values. */
export type ServiceProviderDescription = { readonly id: string; readonly name: string } & (
  | { readonly metadataUrl: string }
  | {
      readonly entityId: string;
      readonly acsUrl: string;
      readonly sloUrl?: string;
      /** SubjectConfirmationData/@Recipient where it is not the ACS, as for an application addressed to AWS. */
      readonly recipient?: string;
    }
);

export type ServiceProvider = {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
  readonly acsUrls: readonly string[];
  readonly recipient: string | null;
  readonly logout: { readonly binding: "redirect" | "post"; readonly url: string; readonly answerUrl: string } | null;
  /** Whether the metadata holds a signing key: then its messages must be signed. */
  readonly signs: boolean;
  /** PEM. */
  readonly encryptionCertificate: string | null;
  readonly entity: ReturnType<typeof samlify.ServiceProvider>;
};

/** Throws when metadata cannot be had or read: the portal is down, or says nonsense. */
export async function loadServiceProvider(
  description: ServiceProviderDescription,
  fetchMetadata: typeof fetch,
): Promise<ServiceProvider> {
  const xml =
    "metadataUrl" in description
      ? await readMetadata(description.metadataUrl, fetchMetadata)
      : formatMetadata(description);
  const document = parseXml(xml);
  const entityId = findAttribute(document.documentElement, "entityID");
  const acs = listElements(document, METADATA_NS, "AssertionConsumerService");
  const acsUrls = acs.map((element) => findAttribute(element, "Location") ?? "").filter((url) => url !== "");
  if (entityId === null || acsUrls.length === 0) throw new Error(`the metadata of ${description.name} names no ACS`);
  return {
    id: description.id,
    name: description.name,
    entityId,
    acsUrls,
    recipient: "recipient" in description ? (description.recipient ?? null) : null,
    logout: findLogout(document),
    signs: findCertificate(document, "signing") !== null,
    encryptionCertificate: findCertificate(document, "encryption"),
    entity: samlify.ServiceProvider({ metadata: xml }),
  };
}

async function readMetadata(url: string, fetchMetadata: typeof fetch): Promise<string> {
  const response = await fetchMetadata(url, { signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

function formatMetadata(sp: { readonly entityId: string; readonly acsUrl: string; readonly sloUrl?: string }): string {
  const slo =
    sp.sloUrl === undefined ? "" : `<SingleLogoutService Binding="${REDIRECT_BINDING}" Location="${sp.sloUrl}"/>`;
  return `<EntityDescriptor xmlns="${METADATA_NS}" xmlns:a="${ASSERTION_NS}" entityID="${sp.entityId}">
<SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${slo}
<AssertionConsumerService index="0" Binding="${POST_BINDING}" Location="${sp.acsUrl}"/></SPSSODescriptor></EntityDescriptor>`;
}

/** The first service of a binding that the stand-in speaks (metadata 2.2.2: ResponseLocation is where answers go, if given). */
function findLogout(document: Document): ServiceProvider["logout"] {
  for (const service of listElements(document, METADATA_NS, "SingleLogoutService")) {
    const url = findAttribute(service, "Location");
    const binding = { [REDIRECT_BINDING]: "redirect" as const, [POST_BINDING]: "post" as const }[
      findAttribute(service, "Binding") ?? ""
    ];
    if (url !== null && binding !== undefined) {
      return { binding, url, answerUrl: findAttribute(service, "ResponseLocation") ?? url };
    }
  }
  return null;
}

/** A KeyDescriptor without `use` serves both (metadata, 2.4.1.1). */
function findCertificate(document: Document, use: "signing" | "encryption"): string | null {
  for (const descriptor of listElements(document, METADATA_NS, "KeyDescriptor")) {
    const text = listElements(descriptor, DSIG_NS, "X509Certificate")[0]?.textContent?.replace(/\s/g, "");
    const forUse = findAttribute(descriptor, "use") ?? use;
    if (forUse === use && text) return new X509Certificate(Buffer.from(text, "base64")).toString();
  }
  return null;
}
