import "server-only";
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import type { Signer } from "./client";

/** What the portal's own principal is, as far as its keys say. */
export type OwnPrincipal = {
  readonly signer: Signer;
  /** Keys of a role or another session: AWS then calls AssumeRole "role chaining" and ends its sessions after an hour. */
  readonly isTemporary: boolean;
};

/** A chain that found nothing may have waited for an instance's metadata: it is not asked again at once. Milliseconds. */
const MISSING_FOR_MS = 60_000;

declare global {
  var gatehouseOwnCredentials: ReturnType<typeof defaultProvider> | undefined;
  var gatehouseOwnCredentialsMissingUntil: number | undefined;
}

/**
 * The portal's own keys from the SDK's default chain: environment, shared files (AWS_PROFILE), web identity token file,
 * container, instance (AWS SDKs and Tools Reference Guide, "Standardized credential providers"). Renewed by the chain.
 * Null when it finds none.
 */
export async function findOwnPrincipal(nowMs: number): Promise<OwnPrincipal | null> {
  if ((globalThis.gatehouseOwnCredentialsMissingUntil ?? 0) > nowMs) return null;
  globalThis.gatehouseOwnCredentials ??= defaultProvider();
  const signer = globalThis.gatehouseOwnCredentials;
  try {
    const { sessionToken } = await signer();
    return { signer, isTemporary: sessionToken !== undefined };
  } catch {
    globalThis.gatehouseOwnCredentials = undefined;
    globalThis.gatehouseOwnCredentialsMissingUntil = nowMs + MISSING_FOR_MS;
    return null;
  }
}
