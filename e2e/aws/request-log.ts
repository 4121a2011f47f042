import type { Decision } from "#lib/trust/evaluate-trust-policy";
import type { ServiceName } from "./query/call";

/** What AWS made of a request, beyond its parameters. */
export type Finding = {
  /** The Region whose endpoint was called; at the global one the Region that the call was signed for. */
  readonly region?: string | undefined;
  readonly roleArn?: string | undefined;
  /** The SAML or OIDC provider's ARN. */
  readonly providerArn?: string | undefined;
  /** Who signed the request (SigV4), or whom the console let in. */
  readonly callerArn?: string;
  readonly roleSessionName?: string | undefined;
  readonly sourceIdentity?: string | null;
  readonly sessionTags?: Readonly<Record<string, string>>;
  readonly transitiveTagKeys?: readonly string[];
  /** As requested; absent when the request named none. */
  readonly requestedDurationSeconds?: number | undefined;
  /** As granted. */
  readonly durationSeconds?: number;
  readonly policy?: string | undefined;
  readonly policyArns?: readonly string[] | undefined;
  readonly externalId?: string | undefined;
  /** The verified token's claims. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** The verified assertion's attributes. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly issuer?: string;
  readonly subject?: string;
  readonly audience?: string;
  readonly assumedRoleArn?: string;
  readonly accessKeyId?: string;
  /** ISO 8601. */
  readonly expiresAt?: string;
  readonly destination?: string;
  /** Which permission the caller's own policies did not give. */
  readonly denial?: string;
  /** How the trust policy was decided. */
  readonly trust?: Decision;
};

export type RecordedRequest = Finding & {
  readonly requestId: string;
  /** ISO 8601, by the stand-in's clock. */
  readonly at: string;
  readonly service: ServiceName | "federation" | "console";
  readonly method: string;
  readonly action: string;
  readonly userAgent: string;
  /** As sent; tokens, assertions, codes and keys by their length only. */
  readonly parameters: Readonly<Record<string, string>>;
  /** 0: the connection was dropped. */
  readonly status: number;
  /** AWS's error code, or null. */
  readonly code: string | null;
  readonly message: string | null;
  /** The answer was a fault, or a Region's outage, that a test had ordered. */
  readonly fault: boolean;
};

export type RequestLog = {
  readonly add: (request: RecordedRequest) => void;
  readonly list: () => readonly RecordedRequest[];
  readonly clear: () => void;
};

/** So many are kept; the oldest go first. */
const CAPACITY = 5_000;

export function createRequestLog(): RequestLog {
  let requests: RecordedRequest[] = [];
  return {
    add: (request) => {
      requests.push(request);
      if (requests.length > 2 * CAPACITY) requests = requests.slice(-CAPACITY);
    },
    list: () => requests.slice(-CAPACITY),
    clear: () => {
      requests = [];
    },
  };
}

const SECRET = /^(SAMLAssertion|WebIdentityToken|TokenCode|Session|SigninToken|X-Amz-Signature|X-Amz-Security-Token)$/;

/** The parameters without what must not lie about in a log. */
export function redactParameters(parameters: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    Array.from(parameters, ([name, value]) => [name, SECRET.test(name) ? `(${value.length} characters)` : value]),
  );
}
