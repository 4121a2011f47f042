import "server-only";
import { signingKeyStore } from "#lib/db/signing-keys";
import { ensureSigningKeys, type SigningKeys } from "#lib/issuer/signing-keys";
import { currentPortal, type Portal } from "./portal";

/** How long an instance goes on with what it knows; far below any overlap, so another instance's new key is seen in time. */
const KNOWN_FOR_MS = 60_000;

type Known = { readonly keys: Promise<SigningKeys>; readonly untilMs: number };

declare global {
  var gatehouseSigningKeys: Known | undefined;
}

async function load({ config, storage, now }: Portal): Promise<SigningKeys> {
  const { keyRotation, keyOverlap } = config.issuer;
  const policy = { rotationSeconds: keyRotation, overlapSeconds: keyOverlap };
  return ensureSigningKeys(signingKeyStore(storage.db, storage.sealer), { now: now(), policy });
}

/** The keys that sign for AWS and those that are published, brought up to date about once a minute. */
export async function signingKeys(): Promise<SigningKeys> {
  const portal = await currentPortal();
  const nowMs = portal.now().getTime();
  const known = globalThis.gatehouseSigningKeys;
  if (known !== undefined && nowMs < known.untilMs) return known.keys;
  const keys = load(portal);
  globalThis.gatehouseSigningKeys = { keys, untilMs: nowMs + KNOWN_FOR_MS };
  // A failure is not remembered: the next request tries again.
  keys.catch(() => {
    globalThis.gatehouseSigningKeys = undefined;
  });
  return keys;
}
