import { parseSessionTags } from "#lib/aws/session-tags";
import { findRefusal } from "../permissions/require-permission";
import type { Action } from "../query/call";
import { CONSTRAINTS, checkConstraints } from "../query/constraints";
import { checkListLength, checkPolicyArns, readTags } from "../query/lists";
import { NO_SESSION, verifySigner } from "../query/sigv4";
import { accessDenied, isRefusal, validationError } from "../refusal";
import { packSession, readSessionPolicies } from "./session-policy";
import { formatCredentials } from "./start-role-session";

const { Name, Policy, LongDurationSeconds } = CONSTRAINTS;

/** STS API Reference, GetFederationToken: an IAM user's long-term key only, up to 36 hours, 12 when not said. */
export const getFederationToken: Action = (call, sandbox) => {
  const signer = verifySigner(call, sandbox);
  if (isRefusal(signer)) return signer;
  const sent = readTags(call.parameters);
  const keys = sent.map((tag) => tag.key);
  const invalid =
    checkConstraints(call.parameters, { Name, Policy, DurationSeconds: LongDurationSeconds }) ??
    checkPolicyArns(call.parameters) ??
    checkListLength("tags", keys, 50);
  if (invalid) return invalid;
  if (signer.kind !== "user") return accessDenied("Cannot call GetFederationToken with session credentials");
  const policies = readSessionPolicies(call.parameters, signer.account, sandbox.estate);
  if (isRefusal(policies)) return policies;
  const tags = parseSessionTags(Object.fromEntries(sent.map((tag) => [tag.key, tag.value])));
  if (!tags.ok) return validationError(`Session tag ${tags.error.key}: ${tags.error.reason}`);
  const packed = packSession(policies, tags.value);
  if (isRefusal(packed)) return packed;

  const name = call.parameters.get("Name") ?? "";
  const { account } = signer;
  const arn = `arn:${account.partition}:sts::${account.id}:federated-user/${name}`;
  const actions = ["sts:GetFederationToken", ...(tags.value.length > 0 ? ["sts:TagSession"] : [])];
  const denied = actions.flatMap((action) => findRefusal(call, sandbox, signer, { action, resource: arn }) ?? []);
  if (denied[0] !== undefined) return accessDenied(denied[0]);

  const durationSeconds = Number(call.parameters.get("DurationSeconds") ?? 43_200);
  const expiresAt = new Date(sandbox.clock().getTime() + durationSeconds * 1000);
  const user = { kind: "federated-user" as const, account, arn, userId: `${account.id}:${name}`, sessionName: name };
  const principal = {
    ...NO_SESSION,
    ...user,
    identityArn: signer.arn,
    tags: tags.value,
    // Without session policies nothing is allowed.
    sessionPolicies: policies.parsed ?? [],
    issuedAt: sandbox.clock(),
  };
  const credentials = sandbox.credentials.issue(principal, expiresAt);
  call.note({ durationSeconds, accessKeyId: credentials.accessKeyId, expiresAt: expiresAt.toISOString() });
  return {
    Credentials: formatCredentials(credentials),
    FederatedUser: { FederatedUserId: user.userId, Arn: arn },
    PackedPolicySize: packed.percent,
  };
};
