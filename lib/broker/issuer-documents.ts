import "server-only";
import { buildDiscovery, buildJwks } from "#lib/issuer/oidc-documents";
import { buildIdpMetadata } from "#lib/issuer/saml-metadata";
import { currentPortal } from "./portal";
import { signingKeys } from "./signing-keys";

/** The public documents of the portal as issuer for AWS. They can also be hosted elsewhere: they hold no secret. */
export async function describeIssuer() {
  const [{ config }, { published }] = await Promise.all([currentPortal(), signingKeys()]);
  return {
    discovery: buildDiscovery(config.issuer.url),
    jwks: buildJwks(published),
    samlMetadata: buildIdpMetadata({
      entityId: config.issuer.samlEntityId,
      ssoUrl: `${config.portal.url}/`,
      keys: published,
    }),
  };
}
