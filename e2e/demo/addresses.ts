/** Where the demo's four servers are: the portal at the base port, the stand-ins at the three that follow. */
export type Addresses = {
  readonly basePort: number;
  /** `localhost`, unlike the others: a portal and its identity providers are never one site. */
  readonly portalUrl: string;
  readonly oidcUrl: string;
  readonly samlUrl: string;
  readonly awsUrl: string;
};

export const DEFAULT_BASE_PORT = 4000;

export function buildAddresses(basePort: number): Addresses {
  return {
    basePort,
    portalUrl: `http://localhost:${basePort}`,
    oidcUrl: `http://127.0.0.1:${basePort + 1}`,
    samlUrl: `http://127.0.0.1:${basePort + 2}`,
    awsUrl: `http://127.0.0.1:${basePort + 3}`,
  };
}

/** What the portal is called at the two identity providers. */
export const CORP = "corp";
export const WORKFORCE = "workforce";

export const OIDC_CLIENT = { clientId: "gatehouse", clientSecret: "gatehouse-demo-secret" } as const;
/** The audience of the ID tokens that the portal issues. */
export const STS_AUDIENCE = "sts.amazonaws.com";
