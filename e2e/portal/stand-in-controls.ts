import { ADDRESSES } from "./addresses";

const BASES = { corp: ADDRESSES.samlUrl, workforce: ADDRESSES.oidcUrl } as const;

/** Tells an identity provider what to do differently, until `resetControls`. */
export async function control(idp: keyof typeof BASES, orders: object): Promise<void> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(orders) };
  const response = await fetch(`${BASES[idp]}/__sandbox/controls`, init);
  if (!response.ok) throw new Error(`the stand-in refused: ${await response.text()}`);
}

export async function resetControls(): Promise<void> {
  await Promise.all(Object.values(BASES).map((base) => fetch(`${base}/__sandbox/controls`, { method: "DELETE" })));
}

export async function revokeRefreshTokens(): Promise<void> {
  await fetch(`${BASES.workforce}/__sandbox/revoke-refresh-tokens`, { method: "POST" });
}
