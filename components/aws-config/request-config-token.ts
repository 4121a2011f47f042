export type ConfigToken = { readonly token: string; readonly endsAt: string };

function isToken(body: unknown): body is ConfigToken {
  if (typeof body !== "object" || body === null || !("token" in body) || !("endsAt" in body)) return false;
  return typeof body.token === "string" && typeof body.endsAt === "string";
}

/** Asks the portal for a token; what went wrong otherwise. */
export async function requestConfigToken(): Promise<ConfigToken | "failed" | "refused"> {
  try {
    const response = await fetch("/api/cli/config-token", { method: "POST", cache: "no-store", redirect: "error" });
    const body: unknown = await response.json();
    return response.ok && isToken(body) ? body : "refused";
  } catch {
    return "failed";
  }
}
