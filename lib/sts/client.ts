import "server-only";
import { STSClient, type STSClientConfig } from "@aws-sdk/client-sts";
import { stsEndpoint } from "#lib/aws/region";

export type StsTarget = {
  readonly region: string;
  /** `aws.endpoints.sts`: for tests, VPC endpoints and other clouds. */
  readonly endpoint?: string | undefined;
  /** How long one attempt may take. Milliseconds; 10,000 unless told. */
  readonly requestTimeoutMs?: number;
  /** 3 unless told: the SDK's standard retries, for throttling, 5xx and broken connections. */
  readonly maxAttempts?: number;
};

/** Whose keys sign a call: fixed ones, or a provider that renews them. */
export type Signer = NonNullable<STSClientConfig["credentials"]>;

const MAX_ATTEMPTS = 3;
const CONNECT_TIMEOUT_MS = 2_000;
const REQUEST_TIMEOUT_MS = 10_000;

const unsigned: Signer = () => Promise.reject(new Error("the federated calls are not signed"));

function settingsOf(target: StsTarget): STSClientConfig {
  const requestTimeout = target.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
  return {
    region: target.region,
    endpoint: target.endpoint ?? stsEndpoint(target.region),
    maxAttempts: target.maxAttempts ?? MAX_ATTEMPTS,
    retryMode: "standard",
    requestHandler: {
      connectionTimeout: Math.min(CONNECT_TIMEOUT_MS, requestTimeout),
      requestTimeout,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: 200 },
      httpsAgent: { keepAlive: true, maxSockets: 200 },
    },
    // Without these, the SDK asks the environment and ~/.aws/config, whoever's that is; and it sends nothing when
    // FIPS or dual-stack is on there, since the endpoint is given. FIPS endpoints: `aws.endpoints.sts`.
    defaultsMode: "legacy",
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    userAgentAppId: "gatehouse",
  };
}

const clients = new WeakMap<object, Map<string, STSClient>>();

/**
 * The client of a Region and a provider of keys: one each, since it keeps connections alive. The calls by token and by
 * assertion are not signed: without a signer the client has no credentials, and asking for some would be a bug: it says
 * so instead of looking for them in the environment.
 */
export function stsClient(target: StsTarget, signer: Signer = unsigned): STSClient {
  const ofSigner = clients.get(signer) ?? new Map<string, STSClient>();
  clients.set(signer, ofSigner);
  const { endpoint, requestTimeoutMs, maxAttempts } = target;
  const key = JSON.stringify([target.region, endpoint, requestTimeoutMs, maxAttempts]);
  const known = ofSigner.get(key);
  if (known !== undefined) return known;
  const client = new STSClient({ ...settingsOf(target), credentials: signer });
  ofSigner.set(key, client);
  return client;
}

/** A client for keys that are used once: it is closed afterwards, and nothing of it is kept. */
export async function withStsClient<T>(
  target: StsTarget,
  signer: Signer,
  use: (client: STSClient) => Promise<T>,
): Promise<T> {
  const client = new STSClient({ ...settingsOf(target), credentials: signer });
  try {
    return await use(client);
  } finally {
    client.destroy();
  }
}
