import type { Estate } from "./estate";
import type { Faults } from "./faults";
import type { CredentialStore } from "./issued-credentials";
import type { KeyCache } from "./jwt/provider-keys";
import type { Outages } from "./regions";
import type { RequestLog } from "./request-log";
import type { MetadataCache } from "./saml/provider-metadata";

/**
 * `parity` accepts what AWS was seen to accept. `strict` also refuses assertions that are addressed to someone else, not
 * yet valid or sent before: AWS does not, so nothing may lean on it; but a portal that passes here is a good citizen.
 */
export type Mode = "parity" | "strict";

/** What every call works with. */
export type Sandbox = {
  readonly estate: Estate;
  readonly mode: Mode;
  /** Own address, without a slash at the end. */
  readonly url: string;
  /** The time, with the skew that a test ordered. */
  readonly clock: () => Date;
  readonly skewClock: (skewMs: number) => void;
  readonly randomBytes: (length: number) => Buffer;
  readonly credentials: CredentialStore;
  readonly keys: KeyCache;
  readonly metadata: MetadataCache;
  /** Ids of assertions that were redeemed, for `strict`. */
  readonly redeemedAssertions: Set<string>;
  readonly signinTokens: Map<string, SigninToken>;
  readonly consoleSessions: Map<string, ConsoleSession>;
  /** Ids of the EC2 instances that somebody terminated. */
  readonly terminatedInstances: Set<string>;
  readonly faults: Faults;
  readonly outages: Outages;
  readonly log: RequestLog;
};

type ConsoleEnd = { readonly accessKeyId: string; readonly sessionEndsAt: Date };
export type SigninToken = ConsoleEnd & { readonly validUntil: Date };
export type ConsoleSession = ConsoleEnd & { readonly issuer: string };
