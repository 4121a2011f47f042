import { describeIssuer } from "#lib/broker/issuer-documents";

export const dynamic = "force-dynamic";

/** GET /oidc/.well-known/openid-configuration: what AWS reads to find the portal's keys. */
export const GET = async () =>
  Response.json((await describeIssuer()).discovery, { headers: { "cache-control": "public, max-age=300" } });
