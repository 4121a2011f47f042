import type { ForcedScope, Scope } from "#lib/session-policy/scope";

/** Whether the administrator set this part on the role. */
export function isForced(forced: ForcedScope, part: keyof Scope): boolean {
  if (part === "custom" || part === "until") return false;
  const value = forced[part];
  return value !== undefined && value !== false && (typeof value !== "object" || value.length > 0);
}

/** Without chosen services, "read only" has room for the commonest ones. */
export const hasServices = (value: Scope, forced: ForcedScope): boolean =>
  [...(value.services ?? []), ...(forced.services ?? [])].length > 0;
