import { describeIssuer } from "#lib/broker/issuer-documents";

export const dynamic = "force-dynamic";

/** GET /oidc/jwks: the public keys, the one in use first. */
export const GET = async () =>
  Response.json((await describeIssuer()).jwks, { headers: { "cache-control": "public, max-age=300" } });
