import "server-only";
import { createPrivateKey, type KeyObject } from "node:crypto";
import { type KeyPlan, planKeys, type RotationPolicy } from "./key-rotation";
import { createSigningKey, type SigningKey } from "./signing-key";

/** Where keys live; the private part is sealed there. */
export type SigningKeyStore = {
  readonly list: () => Promise<readonly SigningKey[]>;
  /** Without effect when another instance made this generation first. */
  readonly insert: (key: SigningKey) => Promise<void>;
  readonly remove: (kid: string) => Promise<void>;
};

/** The keys of this moment. `signer` is parsed once, not at each signature. */
export type SigningKeys = {
  readonly active: SigningKey & { readonly signer: KeyObject };
  readonly published: readonly SigningKey[];
};

async function applyPlan(store: SigningKeyStore, plan: KeyPlan<SigningKey>, now: Date): Promise<boolean> {
  for (const { kid } of plan.remove) await store.remove(kid);
  if (plan.make !== null) await store.insert(await createSigningKey({ ...plan.make, now }));
  return plan.make !== null || plan.remove.length > 0;
}

/**
 * Brings the stored keys to what the policy wants at `now` and returns them. Safe on any number of instances: the store
 * keeps one key a generation. Throws when the store fails.
 */
export async function ensureSigningKeys(
  store: SigningKeyStore,
  options: { readonly now: Date; readonly policy: RotationPolicy },
): Promise<SigningKeys> {
  const first = planKeys(await store.list(), options.now, options.policy);
  const changed = await applyPlan(store, first, options.now);
  const { active, published } = changed ? planKeys(await store.list(), options.now, options.policy) : first;
  if (active === null) throw new Error("no signing key, though one was just made");
  return { active: { ...active, signer: createPrivateKey(active.privateKeyPem) }, published };
}
