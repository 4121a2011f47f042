import { type ParsedRoleArn, parseRoleArn } from "#lib/aws/arn";
import type { Call } from "../query/call";
import { type Refusal, validationError } from "../refusal";
import { isForeign } from "../regions";

/**
 * The role that a call names; its existence is not looked at. Refuses what is no role's ARN, and with `foreign` a role of
 * a partition that the called Region does not belong to.
 */
export function readRoleArn(call: Call, foreign: Refusal): ParsedRoleArn | Refusal {
  const text = call.parameters.get("RoleArn") ?? "";
  call.note({ roleArn: text });
  const parsed = parseRoleArn(text);
  if (!parsed.ok) return validationError("Request ARN is invalid");
  return isForeign(call.region, parsed.value.partition) ? foreign : parsed.value;
}
