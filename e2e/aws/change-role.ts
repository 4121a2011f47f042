import { z } from "zod";
import { buildRole, type Estate } from "./estate";

/** What may change about a role while the stand-in runs; what is left out stays as it is. */
const changeSchema = z.strictObject({
  roleArn: z.string(),
  trustPolicy: z.looseObject({}).exactOptional(),
  permissions: z.looseObject({}).exactOptional(),
  maxSessionDurationSeconds: z.int().exactOptional(),
});

/**
 * Changes a role as IAM's UpdateAssumeRolePolicy and UpdateRole do, at once: the next call sees it. Throws on an unknown
 * role and on what IAM would not take; the role then stays as it was.
 */
export function changeRole(estate: Estate, order: unknown): void {
  const { roleArn, ...change } = changeSchema.parse(order);
  const role = estate.roles.get(roleArn);
  if (role === undefined) throw new Error(`there is no role ${roleArn}`);
  estate.roles.set(roleArn, buildRole(role.account, { ...role.source, ...change }));
}

/** Every role as at start. */
export function restoreRoles(estate: Estate): void {
  for (const [arn, role] of estate.rolesAtStart) estate.roles.set(arn, role);
}
