import "server-only";
import { STSClient } from "@aws-sdk/client-sts";
import { stsEndpoint } from "#lib/aws/region";

export type StsTarget = {
  readonly region: string;
  /** `aws.endpoints.sts`: for tests, VPC endpoints and other clouds. */
  readonly endpoint?: string | undefined;
  /** How long one attempt may take. Milliseconds; 10,000 unless told. */
  readonly requestTimeoutMs?: number;
};

/** The SDK's standard retries: the first attempt and two more, for throttling, 5xx and broken connections. */
const MAX_ATTEMPTS = 3;
const CONNECT_TIMEOUT_MS = 2_000;
const REQUEST_TIMEOUT_MS = 10_000;

const clients = new Map<string, STSClient>();

/**
 * The client of a Region: one each, since it keeps connections alive. The calls by token and by assertion are not
 * signed, so it has no credentials, and asking for some would be a bug: it says so instead of looking for them in the
 * environment.
 */
export function stsClient(target: StsTarget): STSClient {
  const endpoint = target.endpoint ?? stsEndpoint(target.region);
  const requestTimeout = target.requestTimeoutMs ?? REQUEST_TIMEOUT_MS;
  const key = `${target.region} ${endpoint} ${requestTimeout}`;
  const known = clients.get(key);
  if (known !== undefined) return known;
  const client = new STSClient({
    region: target.region,
    endpoint,
    maxAttempts: MAX_ATTEMPTS,
    retryMode: "standard",
    requestHandler: {
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout,
      throwOnRequestTimeout: true,
      httpAgent: { keepAlive: true, maxSockets: 200 },
      httpsAgent: { keepAlive: true, maxSockets: 200 },
    },
    credentials: () => Promise.reject(new Error("the federated calls are not signed")),
    // Without these, the SDK asks the environment and ~/.aws/config, whoever's that is; and it sends nothing when
    // FIPS or dual-stack is on there, since the endpoint is given. FIPS endpoints: `aws.endpoints.sts`.
    defaultsMode: "legacy",
    useFipsEndpoint: false,
    useDualstackEndpoint: false,
    userAgentAppId: "gatehouse",
  });
  clients.set(key, client);
  return client;
}
