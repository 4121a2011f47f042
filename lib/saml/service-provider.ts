/** The portal as SAML service provider towards one identity provider. Every address follows from the configured URL. */
export type ServiceProvider = {
  readonly entityId: string;
  readonly acsUrl: string;
  readonly sloUrl: string;
  readonly awsAcsUrl: string;
};

/** `portalUrl` is the configured origin, never one from a request. One entityID for each IdP: responses cannot be moved. */
export function buildServiceProvider(portalUrl: string, idpId: string): ServiceProvider {
  const base = `${portalUrl}/api/saml/${idpId}`;
  return { entityId: `${base}/metadata`, acsUrl: `${base}/acs`, sloUrl: `${base}/slo`, awsAcsUrl: `${base}/aws-acs` };
}
