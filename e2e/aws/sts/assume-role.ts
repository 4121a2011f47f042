import { parseSessionTags, type SessionTag } from "#lib/aws/session-tags";
import type { Principal } from "../issued-credentials";
import { buildPrincipalKeys } from "../permissions/request-context";
import type { Action, Call } from "../query/call";
import { CONSTRAINTS, checkConstraints } from "../query/constraints";
import { checkListLength, checkPolicyArns, readList, readTags } from "../query/lists";
import { UNKNOWN, verifySigner } from "../query/sigv4";
import { accessDenied, isRefusal, type Refusal, validationError } from "../refusal";
import { mayAssume } from "./caller-permission";
import { verifyMfa } from "./mfa";
import { readRoleArn } from "./role-arn";
import { formatRoleSession, startRoleSession } from "./start-role-session";

const { RoleArn, RoleSessionName, Policy, DurationSeconds, ExternalId, SerialNumber, TokenCode, SourceIdentity } =
  CONSTRAINTS;
const BOUNDS = {
  RoleArn,
  RoleSessionName,
  Policy,
  DurationSeconds,
  ExternalId,
  SerialNumber,
  TokenCode,
  SourceIdentity,
};

/** STS API Reference, AssumeRole: the role must trust the caller, and the caller's own policies must allow it. */
export const assumeRole: Action = (call, sandbox) => {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  const invalid = checkConstraints(call.parameters, BOUNDS) ?? checkPolicyArns(call.parameters);
  if (invalid) return invalid;
  const roleArn = readRoleArn(call, UNKNOWN);
  if (isRefusal(roleArn)) return roleArn;
  const deniedMessage = `User: ${signer.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn.arn}`;
  if (signer.kind === "federated-user") return accessDenied(deniedMessage);
  const tags = readSessionTags(call, signer);
  if (isRefusal(tags)) return tags;
  const sourceIdentity = readSourceIdentity(call, signer, roleArn.arn);
  if (isRefusal(sourceIdentity)) return sourceIdentity;
  const mfa = verifyMfa(call, sandbox, signer);
  if (typeof mfa !== "boolean") return mfa;

  const session = startRoleSession(call, sandbox, {
    action: "sts:AssumeRole",
    caller: { kind: "AWS", accountId: signer.account.id, arns: listNames(signer) },
    sessionName: call.parameters.get("RoleSessionName") ?? "",
    ...tags,
    sourceIdentity,
    context: buildContext(call, signer, sandbox.clock(), mfa),
    deniedMessage,
    endsBefore: null,
    chained: signer.kind !== "user",
    mfa: false,
    permits: (role, trust, context) => mayAssume(call, sandbox, signer, { role, trust, context }),
  });
  return isRefusal(session) ? session : formatRoleSession(session);
};

/** Once set, a source identity stays through every further role: IAM User Guide, id_credentials_temp_control-access_monitor. */
function readSourceIdentity(call: Call, signer: Principal, roleArn: string): string | null | Refusal {
  const sent = call.parameters.get("SourceIdentity") ?? null;
  if (signer.sourceIdentity === null || sent === null || sent === signer.sourceIdentity) {
    return signer.sourceIdentity ?? sent;
  }
  const action = "sts:SetSourceIdentity";
  return accessDenied(`User: ${signer.arn} is not authorized to perform: ${action} on resource: ${roleArn}`);
}

function listNames(signer: Principal): string[] {
  return [signer.arn, signer.userId, ...(signer.roleArn === null ? [] : [signer.roleArn])];
}

/** Tags of this call, and those inherited because an earlier call made them transitive. */
function readSessionTags(
  call: Call,
  signer: Principal,
): { sessionTags: readonly SessionTag[]; transitiveTagKeys: readonly string[] } | Refusal {
  const sent = readTags(call.parameters);
  const keys = readList(call.parameters, "TransitiveTagKeys");
  const tooMany =
    checkListLength(
      "tags",
      sent.map((tag) => tag.key),
      50,
    ) ?? checkListLength("transitiveTagKeys", keys, 50);
  if (tooMany) return tooMany;
  const inherited = signer.tags.filter((tag) => signer.transitiveTagKeys.includes(tag.key));
  const repeated = sent.find((tag) => inherited.some((old) => sameKey(old.key, tag.key)));
  if (repeated !== undefined) {
    return validationError(
      `One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.`,
    );
  }
  if (new Set(sent.map((tag) => tag.key.toLowerCase())).size < sent.length) {
    return validationError("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }
  const tags = parseSessionTags(Object.fromEntries([...inherited, ...sent].map((tag) => [tag.key, tag.value])));
  if (!tags.ok) return validationError(`Session tag ${tags.error.key}: ${tags.error.reason}`);
  const stray = keys.find((key) => !sent.some((tag) => sameKey(tag.key, key)));
  if (stray !== undefined)
    return validationError("The specified transitive tag key must be included in the requested tags.");
  return { sessionTags: tags.value, transitiveTagKeys: [...inherited.map((tag) => tag.key), ...keys] };
}

const sameKey = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The condition keys of this call. */
function buildContext(call: Call, signer: Principal, now: Date, mfa: boolean): Record<string, readonly string[]> {
  const externalId = call.parameters.get("ExternalId");
  return {
    ...buildPrincipalKeys(signer, now, mfa),
    ...(externalId === undefined ? {} : { "sts:ExternalId": [externalId] }),
  };
}
