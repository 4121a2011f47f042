import type { Account } from "./estate";
import type { PermissionPolicy } from "./permissions/policy";

/** Who is behind a pair of keys. */
export type Principal = {
  readonly kind: "user" | "role" | "session-token" | "federated-user";
  readonly account: Account;
  readonly arn: string;
  /** The role or user whose policy says what may be done. */
  readonly identityArn: string;
  /** Given with the session; null when none was. Of a federated user an empty list allows nothing. */
  readonly sessionPolicies: readonly PermissionPolicy[] | null;
  /** Null of a long-term key. */
  readonly issuedAt: Date | null;
  /** GetCallerIdentity's UserId. */
  readonly userId: string;
  /** The role's ARN, of a role session. */
  readonly roleArn: string | null;
  readonly sessionName: string | null;
  readonly sourceIdentity: string | null;
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  readonly transitiveTagKeys: readonly string[];
  readonly mfa: boolean;
  /** Assumed with temporary credentials: one hour at most, and no SessionDuration at the federation endpoint. */
  readonly chained: boolean;
};

export type IssuedCredentials = {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiresAt: Date;
  readonly principal: Principal;
};

export type CredentialStore = {
  /** Makes temporary credentials and remembers them, so that what is signed with them can be verified. */
  readonly issue: (principal: Principal, expiresAt: Date) => IssuedCredentials;
  readonly find: (accessKeyId: string) => IssuedCredentials | null;
};

/** So many are remembered; under load the oldest are forgotten, and then unknown. */
const CAPACITY = 200_000;
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function createCredentialStore(randomBytes: (length: number) => Buffer): CredentialStore {
  const byId = new Map<string, IssuedCredentials>();
  const issue = (principal: Principal, expiresAt: Date): IssuedCredentials => {
    const bytes = randomBytes(346);
    const credentials = {
      accessKeyId: `ASIA${Array.from(bytes.subarray(0, 16), (byte) => BASE32[byte % 32]).join("")}`,
      secretAccessKey: bytes.subarray(16, 46).toString("base64"),
      sessionToken: `IQoJb3JpZ2luX2Vj${bytes.subarray(46).toString("base64")}`,
      expiresAt,
      principal,
    };
    byId.set(credentials.accessKeyId, credentials);
    const [oldest] = byId.keys();
    if (byId.size > CAPACITY && oldest !== undefined) byId.delete(oldest);
    return credentials;
  };
  return { issue, find: (accessKeyId) => byId.get(accessKeyId) ?? null };
}
