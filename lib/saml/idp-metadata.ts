import "server-only";
import { err, ok, type Result } from "#lib/result";
import { parseInstant } from "./instant";
import { scanXml, type XmlLimits } from "./scan-xml";
import { parseSigningCertificate } from "./signing-certificate";
import { attributeOf, childrenNamed, descendants, isNamed, textOf, type XmlElement } from "./xml-element";
import { NS } from "./xml-namespaces";

export type Endpoints = { readonly redirect?: string; readonly post?: string };

/** What is needed of an identity provider, from its metadata or from explicit values. */
export type SamlIdp = {
  readonly entityId: string;
  readonly ssoUrl: Endpoints;
  readonly sloUrl: (Endpoints & { readonly redirectResponse?: string; readonly postResponse?: string }) | null;
  /** PEM; several while one rolls over. The only keys that count. */
  readonly signingCertificates: readonly string[];
  readonly wantAuthnRequestsSigned: boolean;
  /** When metadata stops being valid; null when it does not say. */
  readonly validUntil: Date | null;
};

export type IdpMetadataRefusal = { readonly code: "saml_metadata_invalid"; readonly reason: string };

const LIMITS: XmlLimits = {
  maxCharacters: 2 * 1024 * 1024,
  maxElements: 50_000,
  maxDepth: 32,
  maxAttributes: 64,
  allowComments: true,
};

const MAX_CERTIFICATES = 10;
const BINDING = "urn:oasis:names:tc:SAML:2.0:bindings:";

const invalid = (reason: string) => err<IdpMetadataRefusal>({ code: "saml_metadata_invalid", reason });

export const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

function addressOf(endpoints: readonly XmlElement[], binding: string, attribute: string): string | undefined {
  const found = endpoints.find((endpoint) => attributeOf(endpoint, "Binding") === `${BINDING}${binding}`);
  const url = found && attributeOf(found, attribute);
  return url && isHttpUrl(url) ? url : undefined;
}

function endpointsOf(role: XmlElement, name: string, attribute = "Location"): Endpoints {
  const endpoints = childrenNamed(role, NS.md, name);
  const redirect = addressOf(endpoints, "HTTP-Redirect", attribute);
  const post = addressOf(endpoints, "HTTP-POST", attribute);
  return { ...(redirect && { redirect }), ...(post && { post }) };
}

function sloOf(role: XmlElement): SamlIdp["sloUrl"] {
  const at = endpointsOf(role, "SingleLogoutService");
  if (at.redirect === undefined && at.post === undefined) return null;
  const { redirect, post } = endpointsOf(role, "SingleLogoutService", "ResponseLocation");
  return { ...at, ...(redirect && { redirectResponse: redirect }), ...(post && { postResponse: post }) };
}

/** Keys for signing, and those without a `use`, which are for both (SAML metadata 2.4.1.1). */
function signingCertificatesOf(role: XmlElement): readonly Result<string, { reason: string }>[] {
  const keys = childrenNamed(role, NS.md, "KeyDescriptor").filter(
    (key) => (attributeOf(key, "use") ?? "signing") === "signing",
  );
  return keys
    .flatMap((key) => [...descendants(key)])
    .filter((element) => isNamed(element, NS.ds, "X509Certificate"))
    .map((element) => parseSigningCertificate(textOf(element) ?? ""));
}

/** Weak and unsupported keys do not count; that none is left is a refusal. */
export function usableCertificates(
  all: readonly Result<string, { reason: string }>[],
): Result<readonly string[], IdpMetadataRefusal> {
  const usable = [...new Set(all.flatMap((certificate) => (certificate.ok ? [certificate.value] : [])))];
  const reason = all.find((certificate) => !certificate.ok)?.error.reason ?? "there is none";
  if (usable.length === 0) return invalid(`no usable signing certificate: ${reason}`);
  return usable.length > MAX_CERTIFICATES ? invalid("more than 10 signing certificates") : ok(usable);
}

/** The one entity that is an IdP, of the pinned entityID where there is one, with all elements around it. */
function findEntity(root: XmlElement, pinnedEntityId: string | undefined): readonly XmlElement[] | string {
  const all = [...descendants(root)].filter((element) => isNamed(element, NS.md, "EntityDescriptor"));
  const matching = all.filter(
    (entity) =>
      childrenNamed(entity, NS.md, "IDPSSODescriptor").length === 1 &&
      (pinnedEntityId === undefined || attributeOf(entity, "entityID") === pinnedEntityId),
  );
  const [entity, ...more] = matching;
  if (entity === undefined) return "no IDPSSODescriptor of the expected entityID";
  if (more.length > 0) return "several identity providers: set entityId to choose one";
  return [...descendants(root)].filter((element) => element === entity || [...descendants(element)].includes(entity));
}

/** The earliest validUntil around the entity; null for none, undefined when one of them cannot be read. */
function validUntilOf(elements: readonly XmlElement[]): number | null | undefined {
  const stated = elements.filter((element) => element.attributes.has("validUntil"));
  const instants = stated.map((element) => parseInstant(attributeOf(element, "validUntil")));
  if (!instants.every((instant) => instant !== null)) return undefined;
  return instants.length === 0 ? null : Math.min(...instants);
}

function toIdp(entityId: string, role: XmlElement, validUntilMs: number | null): Result<SamlIdp, IdpMetadataRefusal> {
  const certificates = usableCertificates(signingCertificatesOf(role));
  if (!certificates.ok) return certificates;
  const ssoUrl = endpointsOf(role, "SingleSignOnService");
  if (ssoUrl.redirect === undefined && ssoUrl.post === undefined)
    return invalid("no HTTP-Redirect or HTTP-POST sign-on address");
  return ok({
    entityId,
    ssoUrl,
    sloUrl: sloOf(role),
    signingCertificates: certificates.value,
    wantAuthnRequestsSigned: ["true", "1"].includes(attributeOf(role, "WantAuthnRequestsSigned") ?? ""),
    validUntil: validUntilMs === null ? null : new Date(validUntilMs),
  });
}

/**
 * Reads an IdP's metadata (SAML metadata 2.3 and 2.4). Guarantees at least one signing certificate that is not weak and
 * one sign-on address. Refuses what is not strictly XML, expired, of another entityID than the pinned one, ambiguous.
 * A signature over metadata is not looked at: the file or the TLS address it came from is what is trusted.
 */
export function parseIdpMetadata(
  xml: string,
  options: { readonly now: Date; readonly entityId?: string | undefined },
): Result<SamlIdp, IdpMetadataRefusal> {
  const root = scanXml(xml.replace(/^\uFEFF/, ""), LIMITS);
  if (!root.ok) return invalid(root.error.reason);
  const path = findEntity(root.value, options.entityId);
  if (typeof path === "string") return invalid(path);
  const entity = path.at(-1);
  const role = entity && childrenNamed(entity, NS.md, "IDPSSODescriptor")[0];
  const entityId = entity && attributeOf(entity, "entityID");
  if (!role || !entityId) return invalid("no entityID");
  const validUntilMs = validUntilOf([...path, role]);
  if (validUntilMs === undefined) return invalid("validUntil cannot be read");
  if (validUntilMs !== null && validUntilMs <= options.now.getTime()) return invalid("validUntil is past");
  return toIdp(entityId, role, validUntilMs);
}
