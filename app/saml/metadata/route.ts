import { describeIssuer } from "#lib/broker/issuer-documents";

export const dynamic = "force-dynamic";

/** GET /saml/metadata: the portal as SAML identity provider, to be uploaded to IAM. */
export const GET = async () =>
  new Response((await describeIssuer()).samlMetadata, {
    headers: { "content-type": "application/samlmetadata+xml; charset=utf-8", "cache-control": "public, max-age=300" },
  });
