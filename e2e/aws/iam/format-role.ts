import { parseRoleArn } from "#lib/aws/arn";
import type { Role } from "../estate";
import { encode } from "../query/sigv4";
import type { XmlTree } from "../query/xml";

/** Roles and users were there before the stand-in was; IAM remembers since when. */
export const CREATED_AT = new Date("2024-01-15T09:30:00Z");

/** `Role` of IAM's answers. The trust policy is percent-encoded JSON: IAM API Reference, Role. */
export function formatRole(role: Role): XmlTree {
  const parsed = parseRoleArn(role.arn);
  return {
    Path: parsed.ok ? parsed.value.path : "/",
    RoleName: role.name,
    RoleId: role.id,
    Arn: role.arn,
    CreateDate: CREATED_AT,
    AssumeRolePolicyDocument: encode(JSON.stringify(role.source.trustPolicy)),
    MaxSessionDuration: role.maxSessionDurationSeconds,
  };
}
