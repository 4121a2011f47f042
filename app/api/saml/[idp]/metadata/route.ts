import { buildSamlMetadata } from "#lib/broker/saml-metadata";

/** GET /api/saml/{idp}/metadata: the portal as service provider towards this identity provider. */
export async function GET(_request: Request, route: { params: Promise<{ idp: string }> }) {
  const xml = await buildSamlMetadata((await route.params).idp);
  if (xml === null) return new Response("Not found", { status: 404 });
  return new Response(xml, { headers: { "content-type": "application/samlmetadata+xml; charset=utf-8" } });
}
