import { type ParsedRoleArn, parseRoleArn } from "#lib/aws/arn";
import type { Call } from "../query/call";
import { type Refusal, validationError } from "../refusal";

/** The role that a call names; its existence is not looked at. Refuses what is no role's ARN. */
export function readRoleArn(call: Call): ParsedRoleArn | Refusal {
  const text = call.parameters.get("RoleArn") ?? "";
  call.note({ roleArn: text });
  const parsed = parseRoleArn(text);
  return parsed.ok ? parsed.value : validationError("Request ARN is invalid");
}
