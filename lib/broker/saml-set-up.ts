import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { log } from "#lib/log";
import { err, ok, type Result } from "#lib/result";
import type { SamlIdp } from "#lib/saml/idp-metadata";
import { buildServiceProvider, type ServiceProvider } from "#lib/saml/service-provider";
import type { Portal } from "./portal";

export type SamlSetUp = { readonly sp: ServiceProvider; readonly idp: SamlIdp };

export function findSamlProvider(portal: Portal, id: string): SamlProviderConfig | null {
  const found = portal.config.identityProviders.find((provider) => provider.id === id);
  return found?.type === "saml" ? found : null;
}

/** Both ends of a SAML exchange: the portal for this IdP, and the IdP as its metadata describes it now. */
export async function samlSetUp(
  portal: Portal,
  provider: SamlProviderConfig,
): Promise<Result<SamlSetUp, "idp_unavailable">> {
  const sp = buildServiceProvider(portal.config.portal.url, provider.id);
  const idp = await portal.samlIdps.get(provider.id)?.current();
  if (idp?.ok) return ok({ sp, idp: idp.value });
  log.error({ idp: provider.id, reason: idp?.error.reason }, "no usable SAML metadata");
  return err("idp_unavailable");
}
