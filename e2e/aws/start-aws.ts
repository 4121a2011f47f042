import { randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";
import { clearFaults, type FaultOrder, orderFaults } from "./control";
import type { AwsAccountDescription } from "./description";
import { buildEstate } from "./estate";
import { createFaults } from "./faults";
import { handleRequest } from "./handle-request";
import { createCredentialStore } from "./issued-credentials";
import { createKeyCache } from "./jwt/provider-keys";
import { createOutages } from "./regions";
import { createRequestLog, type RecordedRequest } from "./request-log";
import { createMetadataCache } from "./saml/provider-metadata";
import type { Mode, Sandbox } from "./sandbox";

export type AwsOptions = {
  /** 0 takes any free port. */
  readonly port: number;
  /** The loopback address when absent. */
  readonly host?: string;
  readonly accounts: readonly AwsAccountDescription[];
  readonly mode: Mode;
  /** Own address as others see it; `http://127.0.0.1:PORT` when absent. */
  readonly publicUrl?: string;
  readonly now?: () => Date;
  readonly randomBytes?: (length: number) => Buffer;
  readonly fetch?: typeof fetch;
};

export type RunningAws = {
  /** STS, IAM, EC2 and S3 are at `/`, STS of one Region at `/regions/{region}/`, the rest at `/federation`, `/oauth` and `/console`. No slash at the end. */
  readonly url: string;
  /** What AWS saw, oldest first. */
  readonly requests: () => readonly RecordedRequest[];
  readonly clearRequests: () => void;
  readonly orderFaults: (...orders: FaultOrder[]) => void;
  readonly clearFaults: () => void;
  readonly close: () => Promise<void>;
};

/**
 * Starts the stand-in for AWS: STS, a little of IAM, EC2 and S3, the federation endpoint and a console page, over HTTP on loopback. Rejects when the
 * port is taken, or a description is not one that IAM would take.
 */
export async function startAws(options: AwsOptions): Promise<RunningAws> {
  const estate = buildEstate(options.accounts);
  const server = createServer();
  const port = await listen(server, options.port, options.host ?? "127.0.0.1");
  const sandbox = createSandbox(options, estate, options.publicUrl ?? `http://127.0.0.1:${port}`);
  server.on("request", (request, response) => {
    handleRequest(sandbox, request, response).catch((error: unknown) => {
      // The client is gone, or there is a bug here: either way this exchange ends.
      response.destroy(error instanceof Error ? error : new Error(String(error)));
    });
  });
  return {
    url: sandbox.url,
    requests: sandbox.log.list,
    clearRequests: sandbox.log.clear,
    orderFaults: (...orders) => orderFaults(sandbox, orders),
    clearFaults: () => clearFaults(sandbox),
    close: () => close(server),
  };
}

function createSandbox(options: AwsOptions, estate: Sandbox["estate"], url: string): Sandbox {
  const now = options.now ?? (() => new Date());
  const random = options.randomBytes ?? randomBytes;
  const fetchUrl = options.fetch ?? fetch;
  const monotonicMs = () => performance.now();
  let clockSkewMs = 0;
  return {
    estate,
    mode: options.mode,
    url,
    clock: () => new Date(now().getTime() + clockSkewMs),
    skewClock: (skewMs) => {
      clockSkewMs = skewMs;
    },
    randomBytes: random,
    credentials: createCredentialStore(random),
    keys: createKeyCache(fetchUrl, monotonicMs),
    metadata: createMetadataCache(fetchUrl, monotonicMs),
    redeemedAssertions: new Set(),
    signinTokens: new Map(),
    consoleSessions: new Map(),
    terminatedInstances: new Set(),
    faults: createFaults(),
    outages: createOutages(),
    log: createRequestLog(),
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
