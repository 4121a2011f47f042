import type { Outline } from "./outline";
import type { Finding } from "./problem";

/** What the portal as a whole needs: one secret for all instances, and an issuer that AWS can address. */
export function checkPortal(outline: Outline): Finding[] {
  const findings: Finding[] = [];
  if (outline.database.url !== undefined && outline.portal.secret === undefined) {
    const message =
      "is missing; with database.url every instance needs the same one: portal.secret: ${PORTAL_SECRET}, made by `openssl rand -base64 48`";
    findings.push({ path: ["portal", "secret"], message });
  }
  // OpenID Connect Discovery 1.0, section 3, and IAM: an issuer has no query.
  if (outline.issuer.url?.includes("?")) {
    findings.push({ path: ["issuer", "url"], message: "has a query; an issuer is scheme, host and path only" });
  }
  return findings;
}
