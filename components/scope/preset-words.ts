import { COMMONLY_READ } from "#lib/session-policy/read-actions";
import type { ForcedScope, Scope } from "#lib/session-policy/scope";

/** Whether the administrator set this part on the role. */
export function isForced(forced: ForcedScope, part: keyof Scope): boolean {
  if (part === "custom" || part === "until") return false;
  const value = forced[part];
  return value !== undefined && value !== false && (typeof value !== "object" || value.length > 0);
}

export const describeAddress = (address: string | null): string =>
  address === null ? "Only from my address" : `Only from my address ${address}`;

/** Without chosen services, "read only" has room for the commonest ones. */
export function describeReadOnly(value: Scope, forced: ForcedScope): string {
  const hasServices = [...(value.services ?? []), ...(forced.services ?? [])].length > 0;
  return `${hasServices ? "The chosen services." : `${COMMONLY_READ.length} common services; choose others below.`} Secrets stay closed.`;
}

export const describeServices = (forced: ForcedScope): string =>
  isForced(forced, "services")
    ? "All of these; press some to take only those."
    : "Add kms for what is encrypted under a KMS key.";

/** An empty list narrows nothing, which whoever switched it on should know. */
export const findNoneChosen = ({ services }: Scope): string | null =>
  services?.length === 0 ? "Choose at least one: none changes nothing." : null;
