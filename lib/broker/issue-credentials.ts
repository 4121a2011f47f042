import "server-only";
import { z } from "zod";
import { sessionNameOf } from "#lib/aws/arn";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { type AssumedRole, assumeRole, EXPLAINABLE } from "./assume-role";
import { entryOf } from "./audit-entry";
import { beginContinuation, takeWaiting } from "./continuation";
import { explainOwnDenial } from "./explain-denial";
import { noteUse } from "./note-use";
import { PLAIN_TEXT } from "./plain-text";
import type { RoleRequest } from "./plan-session";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";
import { rememberScope } from "./remember-scope";
import { sessionFields } from "./role-request";

/** What names a role in a request; whether there is such a role is another question. */
export const roleKeyFields = {
  accountId: z.string().regex(/^\d{12}$/),
  roleName: z.string().min(1).max(600).regex(PLAIN_TEXT),
};

/** The body of POST /api/credentials: a role by name, or the handle of what was asked before a bounce. */
export const credentialsRequest = z.union([
  z.strictObject({ resume: z.string().max(100) }),
  z.strictObject({
    ...roleKeyFields,
    region: z.string().max(40).optional(),
    ...sessionFields,
  }),
]);

const KINDS = {
  requested: "credentials.requested",
  refused: "credentials.refused",
  failed: "credentials.failed",
} as const;

async function resolveRequest(portal: Portal, caller: Caller, body: z.output<typeof credentialsRequest>) {
  if (!("resume" in body)) return body;
  const waiting = await takeWaiting(portal, caller, body.resume);
  return waiting?.kind === "credentials" ? waiting : null;
}

/** Credentials as the API answers them: once, to the POST that asked, and stored nowhere. */
export type IssuedCredentials = {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken: string;
    readonly expiresAt: string;
  };
  readonly accountId: string;
  readonly accountName: string;
  readonly roleName: string;
  readonly roleArn: string;
  readonly region: string;
  readonly assumedRoleArn: string;
  readonly sessionName: string;
  readonly sourceIdentity: string | null;
  readonly tags: Readonly<Record<string, string>>;
  readonly durationSeconds: number;
  readonly maxDurationSeconds: number;
  readonly limitedBy: "role" | "path" | "session";
  /** What the session was narrowed to, a phrase each, and the policy that says so. */
  readonly presets: readonly string[];
  readonly policy: string | null;
  /** Of what AWS packs into one session; null when AWS did not say. */
  readonly packedPolicySizePercent: number | null;
  readonly reason: string | null;
  readonly requestId: string;
};

/**
 * A session in AWS for a role that the caller holds now, browser or command line. No audit row, no credentials: the request is
 * committed before AWS is asked, and the outcome before the answer is returned.
 */
export async function takeCredentials(
  portal: Portal,
  caller: Caller,
  request: RoleRequest,
): Promise<Result<AssumedRole, Refusal>> {
  const assumed = await assumeRole(portal, caller, request, KINDS);
  if (!assumed.ok) return assumed;
  const { grant, region, session, detail } = assumed.value;
  const { accountId, roleName, roleArn } = grant;
  await portal.record({
    ...entryOf(caller, portal.now(), { accountId, roleName, roleArn }),
    kind: "credentials.issued",
    outcome: "granted",
    detail: { ...detail, expiresAt: session.credentials.expiresAt.toISOString() },
  });
  const durationSeconds = request.durationSeconds ?? null;
  // What renews by itself says nothing of what its person likes.
  if (caller.lease === undefined)
    noteUse(portal, caller, { accountId, roleName, kind: "credentials", region, durationSeconds });
  return assumed;
}

/** The same for a browser, with all that the page shows; what the person is to remember is kept, and what must wait waits. */
export async function issueCredentials(
  caller: Caller,
  body: z.output<typeof credentialsRequest>,
): Promise<Result<IssuedCredentials, Refusal>> {
  const portal = await currentPortal();
  const request = await resolveRequest(portal, caller, body);
  if (request === null) return err({ code: "continuation_unknown" });
  const assumed = await takeCredentials(portal, caller, request);
  if (!assumed.ok) return withContinuation(portal, caller, request, assumed.error);
  await rememberScope(portal, caller, request);
  const { grant, region, session, duration, attributes, policy, presets, reason } = assumed.value;
  const { expiresAt, ...keys } = session.credentials;
  const { accountId, accountName, roleName, roleArn } = grant;
  return ok({
    credentials: { ...keys, expiresAt: expiresAt.toISOString() },
    accountId,
    accountName,
    roleName,
    roleArn,
    region,
    assumedRoleArn: session.assumedRoleArn,
    sessionName: sessionNameOf(session.assumedRoleArn),
    sourceIdentity: attributes.sourceIdentity,
    tags: Object.fromEntries(attributes.tags.map(({ key, value }) => [key, value])),
    durationSeconds: duration.durationSeconds,
    maxDurationSeconds: duration.maxSeconds,
    limitedBy: duration.limitedBy,
    presets,
    policy,
    packedPolicySizePercent: session.packedPolicySizePercent,
    reason,
    requestId: caller.requestId,
  });
}

/** Why AWS said no. Failing at that changes nothing about the refusal. */
async function explainRefusal(caller: Caller, { code }: Refusal): Promise<Partial<Refusal>> {
  if (!EXPLAINABLE.has(code)) return {};
  return (await explainOwnDenial(caller, caller.requestId).catch(() => null)) ?? {};
}

/** What was asked waits, but for the MFA code, which is good for half a minute, and no path that bounces needs one. */
async function withContinuation(
  portal: Portal,
  caller: Caller,
  { accountId, roleName, durationSeconds, scope, reason }: RoleRequest,
  refusal: Refusal,
): Promise<Result<never, Refusal>> {
  if (refusal.renewAt === undefined) return err({ ...refusal, ...(await explainRefusal(caller, refusal)) });
  const waiting = { kind: "credentials" as const, accountId, roleName, durationSeconds, scope, reason };
  return err({ ...refusal, continueUrl: await beginContinuation(portal, caller, refusal.renewAt, waiting) });
}
