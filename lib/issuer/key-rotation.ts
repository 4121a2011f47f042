import "server-only";
import type { SigningKey } from "./signing-key";

type Key = Pick<SigningKey, "kid" | "generation" | "activatesAt">;

export type RotationPolicy = {
  /** Age at which the next key takes over. Seconds. */
  readonly rotationSeconds: number;
  /** How long a key is published before its first use and after its last. Seconds. */
  readonly overlapSeconds: number;
};

export type KeyPlan<K extends Key> = {
  /** Signs now; null only when there is no key at all. */
  readonly active: K | null;
  /** In the documents, the active one first: some STS servers read no other. */
  readonly published: readonly K[];
  /** A key to be made now; null when there is nothing to do. */
  readonly make: { readonly generation: number; readonly activatesAt: Date } | null;
  /** Keys whose time is over. */
  readonly remove: readonly K[];
};

const later = (a: number, b: number) => Math.max(a, b);

function planNext(newest: Key | undefined, nowMs: number, policy: RotationPolicy): KeyPlan<Key>["make"] {
  if (newest === undefined) return { generation: 0, activatesAt: new Date(nowMs) };
  const takesOverMs = newest.activatesAt.getTime() + policy.rotationSeconds * 1000;
  const overlapMs = policy.overlapSeconds * 1000;
  if (nowMs < takesOverMs - overlapMs) return null;
  // A portal that was off for long still publishes the new key for the whole overlap before it signs.
  return { generation: newest.generation + 1, activatesAt: new Date(later(takesOverMs, nowMs + overlapMs)) };
}

/**
 * Which key signs, which are published, which is to be made and which are over, at `now`. A key is published for the
 * overlap before it signs and after its successor does: whoever cached the documents in between never meets a signature
 * by a key they cannot know, nor loses one that is still under way.
 */
export function planKeys<K extends Key>(keys: readonly K[], now: Date, policy: RotationPolicy): KeyPlan<K> {
  const nowMs = now.getTime();
  const byAge = [...keys].sort((a, b) => a.generation - b.generation);
  const begun = byAge.filter((key) => key.activatesAt.getTime() <= nowMs);
  const active = begun.at(-1) ?? byAge[0] ?? null;
  const isOver = (key: K) => {
    const successor = byAge.find((other) => other.generation > key.generation);
    return successor !== undefined && successor.activatesAt.getTime() + policy.overlapSeconds * 1000 <= nowMs;
  };
  const remove = byAge.filter((key) => key !== active && isOver(key));
  const others = byAge.filter((key) => key !== active && !remove.includes(key)).reverse();
  return {
    active,
    published: active === null ? [] : [active, ...others],
    make: planNext(byAge.at(-1), nowMs, policy),
    remove,
  };
}
