import { PARTITIONS, type Partition } from "#lib/aws/partition";
import { err, ok, type Result } from "#lib/result";

export type PrincipalProblem = "not_an_arn" | "is_a_session" | "is_an_account" | "another_partition";

/**
 * The ARN of an IAM user or role, as a trust policy names it. A session's ARN is refused: IAM would take it, and trust nothing
 * but that one session; so is a whole account, and whoever is in another partition, whom no role can trust.
 * IAM User Guide, reference_policies_elements_principal.
 */
export function parsePrincipalArn(text: string, partition: Partition): Result<string, PrincipalProblem> {
  const arn = text.trim();
  const [, found = "", service = "", resource = ""] = /^arn:([a-z-]+):(iam|sts)::\d{12}:(\S{1,600})$/.exec(arn) ?? [];
  if (!Object.hasOwn(PARTITIONS, found)) return err("not_an_arn");
  if (found !== partition) return err("another_partition");
  if (service === "sts") return err("is_a_session");
  if (resource === "root") return err("is_an_account");
  return /^(?:user|role)\/(?:[\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/.test(resource) && !/[*?]/.test(resource)
    ? ok(arn)
    : err("not_an_arn");
}
