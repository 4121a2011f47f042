import "server-only";
import { type Signer, type StsTarget, stsClient } from "./client";
import { type CallerIdentity, getCallerIdentity } from "./get-caller-identity";

const known = new WeakMap<object, CallerIdentity>();

/** Whose keys a signer's are: asked of STS once, with one attempt, and remembered. Null when STS did not say. */
export async function whoSigns(signer: Signer, target: StsTarget): Promise<CallerIdentity | null> {
  const before = known.get(signer);
  if (before !== undefined) return before;
  try {
    const identity = await getCallerIdentity()(stsClient({ ...target, maxAttempts: 1 }, signer));
    if (identity !== null) known.set(signer, identity);
    return identity;
  } catch {
    return null;
  }
}
