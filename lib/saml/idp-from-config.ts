import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { err, ok, type Result } from "#lib/result";
import { type IdpMetadataRefusal, type SamlIdp, usableCertificates } from "./idp-metadata";
import { parseSigningCertificate } from "./signing-certificate";

const missing = (key: string) =>
  err<IdpMetadataRefusal>({ code: "saml_metadata_invalid", reason: `${key} is missing, and there is no metadata` });

/** An IdP from explicit values: `entityId`, `ssoUrl`, `certificates`, and `sloUrl` where there is one. */
export function idpFromConfig(provider: SamlProviderConfig): Result<SamlIdp, IdpMetadataRefusal> {
  const { entityId, ssoUrl, sloUrl, binding, certificates: pems } = provider;
  if (entityId === undefined) return missing("entityId");
  if (ssoUrl === undefined) return missing("ssoUrl");
  if (pems === undefined) return missing("certificates");
  const certificates = usableCertificates(pems.map(parseSigningCertificate));
  if (!certificates.ok) return certificates;
  return ok({
    entityId,
    ssoUrl: { [binding]: ssoUrl },
    sloUrl: sloUrl === undefined ? null : { [binding]: sloUrl },
    signingCertificates: certificates.value,
    wantAuthnRequestsSigned: false,
    validUntil: null,
  });
}
