import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type RunningAws, startAws } from "#e2e/aws/start-aws";
import { type OidcStandIn, startOidcProvider } from "../idp/oidc";
import { PEOPLE } from "../idp/people";
import { type SamlStandIn, startSamlIdp } from "../idp/saml";
import { createSelfSignedCertificate } from "../idp/self-signed-certificate";
import { type Addresses, buildAddresses, CORP, OIDC_CLIENT, WORKFORCE } from "./addresses";
import { type GatehouseYamlOptions, gatehouseYaml } from "./gatehouse-yaml";
import { awsAccounts, awsAttributes } from "./organisation";

export type Sandbox = {
  readonly addresses: Addresses;
  readonly oidc: OidcStandIn;
  readonly saml: SamlStandIn;
  readonly aws: RunningAws;
  readonly close: () => Promise<void>;
};

export type SandboxOptions = {
  readonly basePort: number;
  /** The demo's 15 when absent. */
  readonly accountCount?: number;
  readonly awsApplication?: boolean;
  readonly mode?: "parity" | "strict";
};

/** Starts both identity providers and AWS at the three ports above the base port. Rejects, having closed all, when one is taken. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const addresses = buildAddresses(options.basePort);
  const started: { close: () => Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(started.map((server) => server.close()));
  };
  const keep = <T extends { close: () => Promise<void> }>(server: T): T => {
    started.push(server);
    return server;
  };
  try {
    const oidc = keep(await startOidc(addresses));
    const saml = keep(await startSaml(addresses));
    const accounts = awsAccounts({ ...options, addresses });
    const aws = keep(await startAws({ port: options.basePort + 3, accounts, mode: options.mode ?? "parity" }));
    return { addresses, oidc, saml, aws, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function startOidc({ basePort, portalUrl }: Addresses): Promise<OidcStandIn> {
  const client = {
    ...OIDC_CLIENT,
    redirectUris: [`${portalUrl}/api/auth/callback/${WORKFORCE}`],
    postLogoutRedirectUris: [portalUrl, `${portalUrl}/`, `${portalUrl}/sign-in`],
  };
  return startOidcProvider({ port: basePort + 1, clients: [client], people: PEOPLE });
}

function startSaml({ basePort, portalUrl }: Addresses): Promise<SamlStandIn> {
  const at = (path: string) => `${portalUrl}/api/saml/${CORP}/${path}`;
  return startSamlIdp({
    port: basePort + 2,
    people: PEOPLE,
    awsAttributes,
    serviceProviders: [
      { id: "portal", name: "Gatehouse", metadataUrl: at("metadata") },
      {
        id: "aws",
        name: "AWS through Gatehouse",
        entityId: "urn:amazon:webservices",
        acsUrl: at("aws-acs"),
        recipient: "https://signin.aws.amazon.com/saml",
      },
    ],
  });
}

/**
 * Writes `gatehouse.yaml` and new keys for the portal as SAML service provider into the directory. Answers the path of the
 * configuration. The keys can be read by their owner only.
 */
export async function writePortalConfiguration(
  directory: string,
  options: Omit<GatehouseYamlOptions, "samlKeys">,
): Promise<string> {
  const keys = createSelfSignedCertificate({ commonName: "Gatehouse demo", now: new Date(), days: 3650 });
  await mkdir(join(directory, "keys"), { recursive: true, mode: 0o700 });
  await writeFile(join(directory, "keys", "saml.key"), keys.privateKey, { mode: 0o600 });
  await writeFile(join(directory, "keys", "saml.crt"), keys.certificate);
  const samlKeys = { privateKeyFile: "./keys/saml.key", certificateFile: "./keys/saml.crt" };
  const path = join(directory, "gatehouse.yaml");
  await writeFile(path, gatehouseYaml({ ...options, samlKeys }), { mode: 0o600 });
  return path;
}
