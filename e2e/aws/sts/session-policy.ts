import { deflateRawSync } from "node:zlib";
import type { Account, Estate } from "../estate";
import { findManagedPolicy } from "../permissions/managed-policies";
import { parsePermissionPolicy } from "../permissions/parse-permission-policy";
import type { PermissionPolicy } from "../permissions/policy";
import { readList } from "../query/lists";
import { type Refusal, refuse, validationError } from "../refusal";

/** What narrows a session, and what AWS packs together. */
export type SessionPolicies = {
  readonly policy: string | null;
  readonly policyArns: readonly string[];
  /** All of them, read; null when the call had none. */
  readonly parsed: readonly PermissionPolicy[] | null;
};

/**
 * Reads Policy and PolicyArns; lengths were checked before. Refuses a document IAM would, and foreign accounts' policies.
 * A managed policy that is not known here allows nothing.
 */
export function readSessionPolicies(
  parameters: ReadonlyMap<string, string>,
  account: Account,
  estate: Estate,
): SessionPolicies | Refusal {
  const policy = parameters.get("Policy") ?? null;
  const policyArns = readList(parameters, "PolicyArns", "arn");
  const inline = policy === null ? null : parsePermissionPolicy(policy);
  if (inline?.ok === false) return refuse(400, "MalformedPolicyDocument", inline.error);
  const own = new RegExp(`^arn:${account.partition}:iam::(aws|${account.id}):policy/.+$`);
  const foreign = policyArns.find((arn) => !own.test(arn));
  if (foreign !== undefined) return validationError(`${foreign} is not a managed policy of account ${account.id}`);
  const managed = policyArns.flatMap((arn) => findPolicy(arn, estate) ?? []);
  const parsed = [...(inline ? [inline.value] : []), ...managed];
  return { policy, policyArns, parsed: policy === null && policyArns.length === 0 ? null : parsed };
}

function findPolicy(arn: string, estate: Estate): PermissionPolicy | null {
  const awsManaged = /^arn:[a-z-]+:iam::aws:policy\/(.+)$/.exec(arn)?.[1];
  return awsManaged === undefined ? (estate.policies.get(arn) ?? null) : findManagedPolicy(awsManaged);
}

/** AWS does not publish its packed format or limit; this is of the same kind: policies and tags compressed together. */
const PACKED_LIMIT_BYTES = 1024;

/** Percent of the room taken, null when nothing takes any. Refuses what does not fit. */
export function packSession(
  policies: SessionPolicies,
  tags: readonly { readonly key: string; readonly value: string }[],
): { percent: number | null } | Refusal {
  if (policies.policy === null && policies.policyArns.length === 0 && tags.length === 0) return { percent: null };
  const packed = deflateRawSync(JSON.stringify([policies.policy, policies.policyArns, tags])).length;
  const percent = Math.ceil((packed * 100) / PACKED_LIMIT_BYTES);
  if (percent <= 100) return { percent };
  return refuse(
    400,
    "PackedPolicyTooLarge",
    `Packed policy consumes ${percent}% of allotted space, please use smaller policy.`,
  );
}
