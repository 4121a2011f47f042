import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import { describeScope } from "#lib/session-policy/describe-scope";
import { mergeScopes } from "#lib/session-policy/merge-scopes";
import type { ForcedScope, Scope } from "#lib/session-policy/scope";

/** What a role wants to know before it is used, and what its sessions are narrowed to. */
export type RoleAsks = {
  readonly reason: { readonly label: string; readonly required: boolean; readonly pattern: string | null } | null;
  readonly mfa: boolean;
  readonly forced: ForcedScope | null;
  /** What the person chose the last time, and had kept. */
  readonly remembered: Scope | null;
  readonly policy: string | null;
  readonly policyArns: readonly string[];
  /** What a session is narrowed to when nothing else is chosen, a phrase each. */
  readonly presets: readonly string[];
};

/** Null for the many roles that ask nothing: ten thousand of them are one page. */
export function listAsks(grant: Grant, remembered: Scope | null): RoleAsks | null {
  const { reason, mfaSerial, scope, policy, policyArns } = grant;
  const asksNothing = reason === null && mfaSerial === null && scope === null && policy === null;
  if (asksNothing && remembered === null && policyArns.length === 0) return null;
  return {
    reason:
      reason === null ? null : { label: reason.label, required: reason.required, pattern: reason.pattern ?? null },
    mfa: mfaSerial !== null,
    forced: scope,
    remembered,
    policy,
    policyArns,
    presets: describeScope(mergeScopes(remembered ?? {}, scope ?? {}), null),
  };
}
