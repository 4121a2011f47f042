import { deflateRawSync } from "node:zlib";
import { z } from "zod";
import { readList } from "../query/lists";
import { type Refusal, refuse, validationError } from "../refusal";

/** What narrows a session, and what AWS packs together. */
export type SessionPolicies = {
  readonly policy: string | null;
  readonly policyArns: readonly string[];
};

const oneOrMany = z.union([z.string(), z.array(z.string())]);
const statement = z
  .object({
    Effect: z.enum(["Allow", "Deny"]),
    Action: oneOrMany.optional(),
    NotAction: oneOrMany.optional(),
    Resource: oneOrMany.optional(),
    NotResource: oneOrMany.optional(),
    Principal: z.never("Policy document should not specify a principal.").optional(),
  })
  .refine((each) => each.Action !== undefined || each.NotAction !== undefined, "Policy statement must contain actions.")
  .refine(
    (each) => each.Resource !== undefined || each.NotResource !== undefined,
    "Policy statement must contain resources.",
  );
const document = z.object({
  Version: z.enum(["2012-10-17", "2008-10-17"]).optional(),
  Statement: z.union([statement, z.array(statement)]),
});

/** Reads Policy and PolicyArns; lengths were checked before. Refuses a document IAM would, and foreign accounts' policies. */
export function readSessionPolicies(
  parameters: ReadonlyMap<string, string>,
  accountId: string,
): SessionPolicies | Refusal {
  const policy = parameters.get("Policy") ?? null;
  const policyArns = readList(parameters, "PolicyArns", "arn");
  const malformed = policy === null ? null : findSyntaxError(policy);
  if (malformed !== null) return refuse(400, "MalformedPolicyDocument", malformed);
  const foreign = policyArns.find((arn) => !new RegExp(`^arn:[a-z-]+:iam::(aws|${accountId}):policy/.+$`).test(arn));
  if (foreign !== undefined) return validationError(`${foreign} is not a managed policy of account ${accountId}`);
  return { policy, policyArns };
}

function findSyntaxError(policy: string): string | null {
  try {
    const parsed = document.safeParse(JSON.parse(policy));
    if (parsed.success) return null;
    const message = parsed.error.issues[0]?.message ?? "";
    return message.startsWith("Policy ") ? message : "Syntax errors in policy.";
  } catch {
    return "This policy contains invalid Json";
  }
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
