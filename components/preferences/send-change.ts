import type { Change } from "./change-preferences";

/** Longer, and the person should hear that nothing was kept. */
const TIMEOUT_MS = 10_000;

function toBody(change: Change) {
  if (change.kind === "view") return change.view;
  if (change.kind === "favourites") return { roles: change.roles };
  const { kind: _kind, role, ...rest } = change;
  return { ...role, ...rest };
}

/** Why it was not kept: the portal's own words, or null when it did not answer. */
export type Failure = { readonly words: string | null };

/** Keeps a change on the server; null: it is kept. `keepalive`: also when the page is left in the same moment. */
export async function sendChange(change: Change): Promise<Failure | null> {
  try {
    const response = await fetch(`/api/preferences/${change.kind}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(toBody(change)),
      keepalive: true,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return response.ok ? null : { words: wordsOf(await response.json()) };
  } catch {
    return { words: null };
  }
}

function wordsOf(body: { readonly error?: { readonly message?: unknown } }): string | null {
  const message = body.error?.message;
  return typeof message === "string" ? message : null;
}
