import "server-only";
import { buildServiceProvider } from "#lib/saml/service-provider";
import { buildSpMetadata } from "#lib/saml/sp-metadata";
import { currentPortal } from "./portal";
import { findSamlProvider } from "./saml-set-up";

/** The portal's metadata as service provider of this identity provider; null when there is no such one. */
export async function buildSamlMetadata(idp: string): Promise<string | null> {
  const portal = await currentPortal();
  const provider = findSamlProvider(portal, idp);
  if (provider === null) return null;
  return buildSpMetadata({ sp: buildServiceProvider(portal.config.portal.url, idp), provider });
}
