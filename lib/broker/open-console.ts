import "server-only";
import { z } from "zod";
import type { Grant } from "#lib/access/resolve-grants";
import type { AuditDetail } from "#lib/audit/event";
import { partitionOfRegion } from "#lib/aws/partition";
import { isRegion } from "#lib/aws/region";
import { buildConsoleHome, parseDestination } from "#lib/console/destination";
import { getSigninToken } from "#lib/console/federation";
import { federationEndpoint } from "#lib/console/federation-endpoint";
import { buildSignInUrl } from "#lib/console/sign-in-url";
import { buildSignOutUrl } from "#lib/console/sign-out-url";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { type AssumedRole, assumeRole } from "./assume-role";
import { entryOf } from "./audit-entry";
import { beginContinuation, takeWaiting, type WaitingRequest } from "./continuation";
import { findGrant } from "./find-grant";
import { noteUse } from "./note-use";
import { PLAIN_TEXT } from "./plain-text";
import type { RoleRequest } from "./plan-session";
import { currentPortal, type Portal } from "./portal";
import type { Refusal } from "./refusal";
import { regionOf } from "./region-of";
import { rememberScope } from "./remember-scope";
import { sessionFormFields } from "./role-request";

const blank = z.literal("").transform(() => undefined);

/** The fields of the console form; `resume` alone after a bounce through the identity provider. */
export const consoleRequest = z.object({
  accountId: z.string().max(12).regex(PLAIN_TEXT).default(""),
  roleName: z.string().max(600).regex(PLAIN_TEXT).default(""),
  region: blank.or(z.string().max(40)).optional(),
  destination: blank.or(z.string().max(4000)).optional(),
  ...sessionFormFields,
  signOutFirst: z.enum(["true", "on", "false", ""]).default("false"),
  resume: blank.or(z.string().max(100)).optional(),
});

const KINDS = { requested: "console.requested", refused: "console.refused", failed: "console.failed" } as const;

type ConsoleAsk = Extract<WaitingRequest, { kind: "console" }> & Pick<RoleRequest, "mfaCode">;

async function resolveRequest(
  portal: Portal,
  caller: Caller,
  form: z.output<typeof consoleRequest>,
): Promise<ConsoleAsk | null> {
  if (form.resume !== undefined) {
    const waiting = await takeWaiting(portal, caller, form.resume);
    return waiting?.kind === "console" ? waiting : null;
  }
  const { resume: _, rememberScope: _remember, signOutFirst, ...rest } = form;
  return { ...rest, kind: "console" as const, signOutFirst: signOutFirst === "true" || signOutFirst === "on" };
}

/** Where the new tab goes: on to AWS, to the identity provider and back, or to the page that says what went wrong. */
export type ConsoleStep = { readonly location: string };

/** The page that tells a person, and nobody else, what became of this request. */
const problemUrl = (caller: Caller): ConsoleStep => ({ location: `/go/refused?ref=${caller.requestId}` });

/** The way into the console for these credentials; through its sign-out where the person asked for that. */
async function signInUrl(portal: Portal, assumed: AssumedRole, ask: ConsoleAsk): Promise<Result<string, Refusal>> {
  const { grant, session, duration, chained } = assumed;
  const { endpoints } = portal.config.aws;
  const { partition } = grant;
  const region = ask.region ?? regionOf(portal.config, grant);
  const endpoint = federationEndpoint({ partition, region, override: endpoints.federation });
  const token = await getSigninToken({
    endpoint,
    credentials: session.credentials,
    sessionDurationSeconds: chained || grant.via === "federation-token" ? null : duration.durationSeconds,
    fetch,
  });
  if (!token.ok) return err({ code: token.error });
  const destination = ask.destination ?? buildConsoleHome(region, { partition, override: endpoints.console });
  const url = buildSignInUrl({ endpoint, issuer: portal.config.portal.url, destination, signinToken: token.value });
  return ok(ask.signOutFirst ? buildSignOutUrl(url) : url);
}

const describeTarget = ({ region, destination }: ConsoleAsk): AuditDetail => ({
  ...(region === undefined ? {} : { consoleRegion: region }),
  ...(destination === undefined ? {} : { destination }),
});

/** Refused before AWS is asked, and recorded: a place that is not in the role's partition. */
function checkTarget(portal: Portal, grant: Grant | null, ask: ConsoleAsk): Refusal | null {
  if (grant === null) return null;
  const { partition } = grant;
  if (ask.region !== undefined && !(isRegion(ask.region) && partitionOfRegion(ask.region) === partition)) {
    return { code: "region_not_in_partition" };
  }
  const override = portal.config.aws.endpoints.console;
  const isAllowed = ask.destination === undefined || parseDestination(ask.destination, { partition, override }).ok;
  return isAllowed ? null : { code: "destination_not_allowed" };
}

/** `assumed`: AWS had given a session by then, and which one is part of the record. */
async function recordRefusal(
  portal: Portal,
  caller: Caller,
  ask: ConsoleAsk | null,
  refusal: Refusal,
  assumed: AssumedRole | null = null,
): Promise<ConsoleStep> {
  const roleArn = assumed?.grant.roleArn ?? null;
  const role = ask === null ? null : { accountId: ask.accountId, roleName: ask.roleName, roleArn };
  const failed = refusal.code === "console_federation_unavailable";
  await portal.record({
    ...entryOf(caller, portal.now(), role),
    kind: failed ? "console.failed" : "console.refused",
    outcome: failed ? "failed" : "refused",
    detail: { ...assumed?.detail, reason: refusal.code },
  });
  return problemUrl(caller);
}

/**
 * Opens the AWS console as a role that the caller holds now, and answers where the new tab goes. The sign-in URL is a
 * bearer secret of 15 minutes (IAM User Guide, custom identity broker): it goes into one Location header.
 */
export async function openConsole(caller: Caller, form: z.output<typeof consoleRequest>): Promise<ConsoleStep> {
  const portal = await currentPortal();
  const ask = await resolveRequest(portal, caller, form);
  if (ask === null) return recordRefusal(portal, caller, null, { code: "continuation_unknown" });
  const misplaced = checkTarget(portal, findGrant(portal, caller, ask), ask);
  if (misplaced !== null) return recordRefusal(portal, caller, ask, misplaced);
  const assumed = await assumeRole(portal, caller, ask, KINDS);
  if (!assumed.ok) {
    if (assumed.error.renewAt === undefined) return problemUrl(caller);
    const { mfaCode: _code, ...waiting } = ask;
    return { location: await beginContinuation(portal, caller, assumed.error.renewAt, waiting) };
  }
  await rememberScope(portal, caller, { ...ask, rememberScope: form.rememberScope });
  const url = await signInUrl(portal, assumed.value, ask);
  if (!url.ok) return recordRefusal(portal, caller, ask, url.error, assumed.value);
  const { grant, session, detail } = assumed.value;
  const { accountId, roleName, roleArn } = grant;
  await portal.record({
    ...entryOf(caller, portal.now(), { accountId, roleName, roleArn }),
    kind: "console.opened",
    outcome: "granted",
    detail: { ...detail, ...describeTarget(ask), expiresAt: session.credentials.expiresAt.toISOString() },
  });
  const region = ask.region ?? regionOf(portal.config, grant);
  noteUse(portal, caller, {
    accountId,
    roleName,
    kind: "console",
    region,
    durationSeconds: ask.durationSeconds ?? null,
  });
  return { location: url.value };
}
