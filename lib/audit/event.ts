/** What can be recorded. `<noun>.<what happened>`; a request and its outcome are two events. */
export const AUDIT_KINDS = [
  "sign_in.succeeded",
  "sign_in.refused",
  "session.ended",
  "credentials.requested",
  "credentials.issued",
  "credentials.refused",
  "credentials.failed",
  "console.requested",
  "console.opened",
  "console.refused",
  "console.failed",
  "request.refused",
  "trust_policy.read",
  "trust_policy.pasted",
  "cli.authorized",
  "cli.signed_in",
  "cli.refused",
  "cli.revoked",
  "cli.config_token_issued",
  "lease.made",
  "lease.refused",
  "lease.ended",
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** `refused` is the portal's or AWS's no; `failed` means that nobody decided: an outage. */
export const AUDIT_OUTCOMES = ["requested", "granted", "refused", "failed", "info"] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Who acted, as far as it was known. */
export type AuditActor = {
  readonly idp: string;
  readonly subject: string;
  readonly email: string | null;
};

/**
 * Everything that may stand in an event's detail, each a name with a bounded text. There is no field that could hold a
 * secret key, a token or an assertion, and no free-form one: adding a field is a decision made here.
 */
export type AuditDetail = Partial<{
  readonly accountName: string;
  readonly via: string;
  readonly provider: string;
  readonly region: string;
  readonly durationSeconds: number;
  readonly limitedBy: string;
  readonly grantedBy: readonly string[];
  readonly sessionName: string;
  readonly sourceIdentity: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly policyArns: readonly string[];
  readonly hubRole: string;
  /** The inline session policy that was sent, as JSON; at most 2,048 characters. */
  readonly sessionPolicy: string;
  /** What the session was narrowed to, a phrase each. */
  readonly scope: readonly string[];
  /** The person's own words or ticket, which the role asks for. */
  readonly givenReason: string;
  /** That a code was given; never the code. */
  readonly mfa: string;
  readonly packedPolicySizePercent: number;
  /** The public half of a key pair: it stands in CloudTrail, and is what ties an action there to this row. */
  readonly accessKeyId: string;
  /** An IAM user's own session: the id of the long-term key that was typed, the device if it has an ARN, and the user. */
  readonly userAccessKeyId: string;
  readonly mfaDevice: string;
  readonly iamUser: string;
  readonly assumedRoleArn: string;
  readonly awsRequestId: string;
  readonly awsCode: string;
  readonly expiresAt: string;
  readonly destination: string;
  /** Where the console was opened; `region` is where STS was asked. */
  readonly consoleRegion: string;
  /** What the person narrowed the session to, as JSON of lib/session-policy's Scope, to be asked for again. */
  readonly chosenScope: string;
  readonly reason: string;
  /** Of a refused request for a role: what AWS saw of it, as JSON of lib/trust's TrustRequest. Names and claims, no proof. */
  readonly trustRequest: string;
  /** The hub on the way to the role, where it was the hub that could not be assumed. */
  readonly refusedAt: string;
  readonly endedSessionId: string;
  /** Of a command line: what it calls itself, its sign-in, and the address from which it asked to be let in. */
  readonly clientName: string;
  readonly cliSignInId: string;
  readonly askedFrom: string;
  /** Of a lease: what its person calls it, and which it is; never its token. */
  readonly leaseName: string;
  readonly leaseId: string;
  readonly groupCount: number;
  readonly groupsProblem: string;
}>;

export type AuditEntry = {
  readonly at: Date;
  readonly kind: AuditKind;
  readonly outcome: AuditOutcome;
  readonly requestId: string;
  readonly actor: AuditActor | null;
  readonly sessionId: string | null;
  readonly address: string | null;
  readonly userAgent: string | null;
  readonly role: { readonly accountId: string; readonly roleName: string; readonly roleArn: string | null } | null;
  readonly detail: AuditDetail;
};

/** An entry as it stands in the database. */
export type AuditEvent = AuditEntry & { readonly id: string };

/** Where entries are appended. Resolves only when the row is committed: what depends on the entry waits for it. */
export type AuditTrail = { readonly record: (entry: AuditEntry) => Promise<void> };
