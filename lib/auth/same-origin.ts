import { err, ok, type Result } from "#lib/result";

/**
 * Whether a state-changing request comes from the portal's own pages. `Origin` has to be there and be the configured
 * one: browsers send it with every POST, and `null` (sandboxed frames, some redirects) is not ours. `Sec-Fetch-Site`
 * has to agree where the browser sends it (Fetch Metadata).
 */
export function requireSameOrigin(headers: Headers, portalUrl: string): Result<null, "foreign_origin"> {
  if (headers.get("origin") !== portalUrl) return err("foreign_origin");
  const site = headers.get("sec-fetch-site");
  return site === null || site === "same-origin" ? ok(null) : err("foreign_origin");
}
