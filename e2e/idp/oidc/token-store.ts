import type { Adapter, AdapterPayload } from "oidc-provider";

type Row = { readonly payload: AdapterPayload; readonly expiresAtMs: number };

/** Everything the provider remembers, in memory. It outlives the provider, which is rebuilt when its claims change. */
export type TokenStore = {
  readonly adapter: (model: string) => Adapter;
  /** Forgets all of one model: `RefreshToken`, `Session` … Answers how many there were. */
  readonly forget: (model: string) => number;
  /** The ids of one model, which are the values of opaque tokens. */
  readonly list: (model: string) => readonly string[];
};

export function createTokenStore(now: () => number = Date.now): TokenStore {
  const rows = new Map<string, Row>();
  const find = (matches: (key: string, payload: AdapterPayload) => boolean) => {
    for (const [key, row] of rows) {
      if (row.expiresAtMs <= now()) rows.delete(key);
      else if (matches(key, row.payload)) return row.payload;
    }
    return undefined;
  };
  const remove = (matches: (key: string, payload: AdapterPayload) => boolean) => {
    const keys = [...rows].filter(([key, row]) => matches(key, row.payload)).map(([key]) => key);
    for (const key of keys) rows.delete(key);
    return keys.length;
  };
  const adapter = (model: string): Adapter => ({
    upsert: async (id, payload, expiresInSeconds) => {
      const expiresAtMs = now() + (expiresInSeconds || 86_400) * 1000;
      rows.set(`${model}:${id}`, { payload, expiresAtMs });
    },
    find: async (id) => {
      const row = rows.get(`${model}:${id}`);
      return row !== undefined && row.expiresAtMs > now() ? row.payload : undefined;
    },
    findByUid: async (uid) => find((key, payload) => key.startsWith(`${model}:`) && payload.uid === uid),
    findByUserCode: async (code) => find((key, payload) => key.startsWith(`${model}:`) && payload.userCode === code),
    consume: async (id) => {
      const row = rows.get(`${model}:${id}`);
      if (row !== undefined) row.payload.consumed = Math.floor(now() / 1000);
    },
    destroy: async (id) => {
      rows.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grantId) => {
      remove((_, payload) => payload.grantId === grantId);
    },
  });
  return {
    adapter,
    forget: (model) => remove((key) => key.startsWith(`${model}:`)),
    list: (model) =>
      [...rows.keys()].filter((key) => key.startsWith(`${model}:`)).map((key) => key.slice(model.length + 1)),
  };
}
