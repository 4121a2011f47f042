import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { err, ok, type Result } from "#lib/result";
import { fetchMetadata } from "./fetch-metadata";
import { idpFromConfig } from "./idp-from-config";
import { type IdpMetadataRefusal, parseIdpMetadata, type SamlIdp } from "./idp-metadata";

type Loaded = Result<SamlIdp, IdpMetadataRefusal>;

/** What the outside world gives; arguments, so that tests need no network and no clock. */
export type IdpDirectoryInput = {
  readonly provider: SamlProviderConfig;
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Reads `metadataFile`; the caller resolves the path against the configuration's folder. */
  readonly readFile: (path: string) => Promise<string>;
};

/** One identity provider as its metadata describes it now. */
export type IdpDirectory = { readonly current: () => Promise<Loaded> };

/** After a failure the address is not asked again at once by every request. */
const RETRY_MS = 60_000;

async function readSource({
  provider,
  fetch,
  readFile,
}: IdpDirectoryInput): Promise<Result<string, { reason: string }>> {
  if (provider.metadataUrl !== undefined) return fetchMetadata(provider.metadataUrl, fetch);
  try {
    return ok(await readFile(provider.metadataFile ?? ""));
  } catch {
    return err({ reason: "metadataFile cannot be read" });
  }
}

async function load(input: IdpDirectoryInput): Promise<Loaded> {
  const { provider, now } = input;
  if (provider.metadataUrl === undefined && provider.metadataFile === undefined) return idpFromConfig(provider);
  const xml = await readSource(input);
  if (!xml.ok) return err({ code: "saml_metadata_invalid", reason: xml.error.reason });
  return parseIdpMetadata(xml.value, { now: now(), entityId: provider.entityId });
}

/** The last good copy holds while it is valid itself; an entityID once seen is pinned until the portal starts anew. */
function keepGood(lastGood: SamlIdp | null, loaded: Loaded, now: Date): Loaded {
  const changed = lastGood !== null && loaded.ok && loaded.value.entityId !== lastGood.entityId;
  if (loaded.ok && !changed) return loaded;
  const stillValid = lastGood !== null && (lastGood.validUntil === null || lastGood.validUntil > now);
  if (stillValid) return ok(lastGood);
  return loaded.ok ? err({ code: "saml_metadata_invalid", reason: "the entityID changed" }) : loaded;
}

/**
 * Keeps an identity provider's metadata: read at the first question, again after `metadataRefresh` (or a minute when that
 * failed), once for all who ask at the same time. While a newer copy is on its way or bad, the last good one answers.
 */
export function createIdpDirectory(input: IdpDirectoryInput): IdpDirectory {
  let last: Loaded | null = null;
  let refreshAtMs = 0;
  let pending: Promise<Loaded> | null = null;
  const isUsable = (loaded: Loaded | null) =>
    loaded?.ok === true && (loaded.value.validUntil === null || loaded.value.validUntil > input.now());

  async function refresh(): Promise<Loaded> {
    try {
      const loaded = await load(input);
      const kept = keepGood(last?.ok ? last.value : null, loaded, input.now());
      refreshAtMs = input.now().getTime() + (loaded.ok ? input.provider.metadataRefresh * 1000 : RETRY_MS);
      last = kept;
      return kept;
    } finally {
      pending = null;
    }
  }

  async function current(): Promise<Loaded> {
    const isDue = last === null || input.now().getTime() >= refreshAtMs || (last.ok && !isUsable(last));
    if (last !== null && (!isDue || isUsable(last))) {
      if (isDue) pending ??= refresh();
      return last;
    }
    pending ??= refresh();
    return pending;
  }

  return { current };
}
