import type { SamlProvider } from "../estate";
import { requireFetchable } from "../jwt/provider-keys";
import { METADATA, SIGNATURE } from "./namespaces";
import { listChildren, listDescendants, parseXml, readAttribute, readText } from "./xml-document";

/** What IAM keeps of a SAML provider's metadata. */
export type ProviderMetadata = {
  readonly entityId: string;
  /** Signing certificates as PEM. Their validity does not count for AWS, only their keys. */
  readonly certificates: readonly string[];
};
export type MetadataCache = {
  /** `fresh` fetches again, at most once a second. Throws when the document cannot be had or is none. */
  readonly find: (provider: SamlProvider, fresh: boolean) => Promise<ProviderMetadata>;
};
type Entry = { readonly metadata: Promise<ProviderMetadata>; readonly fetchedAtMs: number };

const TIMEOUT_MS = 5_000;
const CACHE_MS = 60_000;
const RETRY_MS = 1_000;

/** IAM is given a document once. Here it may be fetched instead, and fetched again, so that key rotation can be played. */
export function createMetadataCache(fetchUrl: typeof fetch, monotonicMs: () => number): MetadataCache {
  const entries = new Map<string, Entry>();
  return {
    find: (provider, fresh) => {
      const known = entries.get(provider.arn);
      const ageMs = known ? monotonicMs() - known.fetchedAtMs : Number.POSITIVE_INFINITY;
      if (known && ageMs < (fresh ? RETRY_MS : CACHE_MS)) return known.metadata;
      const metadata = readSource(fetchUrl, provider).then(parseMetadata);
      entries.set(provider.arn, { metadata, fetchedAtMs: monotonicMs() });
      metadata.catch(() => entries.delete(provider.arn));
      return metadata;
    },
  };
}

async function readSource(fetchUrl: typeof fetch, { source }: SamlProvider): Promise<string> {
  if ("metadataXml" in source) return source.metadataXml;
  requireFetchable(source.metadataUrl);
  const response = await fetchUrl(source.metadataUrl, { signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`${source.metadataUrl} answered ${response.status}`);
  return response.text();
}

/** Throws on what IAM would not have taken: no entityID, no signing certificate. */
export function parseMetadata(xml: string): ProviderMetadata {
  const root = parseXml(xml);
  const entity =
    root &&
    listDescendants(root).find((each) => each.namespaceURI === METADATA && each.localName === "EntityDescriptor");
  const entityId = readAttribute(entity ?? null, "entityID");
  if (!entity || entityId === null) throw new Error("SAML metadata without an entityID");
  const certificates = listChildren(entity, METADATA, "IDPSSODescriptor")
    .flatMap((role) => listChildren(role, METADATA, "KeyDescriptor"))
    .filter((key) => readAttribute(key, "use") !== "encryption")
    .flatMap(listDescendants)
    .filter((each) => each.namespaceURI === SIGNATURE && each.localName === "X509Certificate")
    .map((each) => toPem(readText(each)));
  if (certificates.length === 0) throw new Error(`SAML metadata of ${entityId} has no signing certificate`);
  return { entityId, certificates };
}

function toPem(base64: string): string {
  const lines = base64.replace(/\s/g, "").match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}
