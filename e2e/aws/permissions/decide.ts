import { holdsCondition, matchesAction } from "#lib/trust/condition";
import { resolveVariables } from "#lib/trust/policy-variables";
import { matchesPattern, parsePattern } from "#lib/trust/wildcard";
import type { PermissionPolicy, PermissionStatement, Permissions } from "./policy";

/** One action on one resource. */
export type PermissionRequest = {
  readonly action: string;
  /** An ARN, or `*` where the action knows no resources. */
  readonly resource: string;
  /** By lower-case key. */
  readonly context: ReadonlyMap<string, readonly string[]>;
};

/** `implicit`: no statement allows it; `explicit`: a Deny applies. */
export type Verdict = "allowed" | "implicit" | "explicit";

/**
 * What the identity policy and the session policies say, each by itself. Both must allow; session policies are a union among
 * themselves. IAM User Guide, reference_policies_evaluation-logic and access_policies#policies_session.
 */
export function judge(permissions: Permissions, request: PermissionRequest): { identity: Verdict; session: Verdict } {
  return {
    identity: judgePolicies([permissions.identity], request),
    session: permissions.session === null ? "allowed" : judgePolicies(permissions.session, request),
  };
}

/** Why a request is not allowed, as AWS's messages end; null when it is. */
export function findDenial(permissions: Permissions, request: PermissionRequest): string | null {
  const { identity, session } = judge(permissions, request);
  if (identity === "explicit") return "with an explicit deny in an identity-based policy";
  if (session === "explicit") return "with an explicit deny in a session policy";
  if (identity === "implicit") return `because no identity-based policy allows the ${request.action} action`;
  return session === "implicit" ? `because no session policy allows the ${request.action} action` : null;
}

function judgePolicies(policies: readonly PermissionPolicy[], request: PermissionRequest): Verdict {
  const applying = policies.flatMap((policy) =>
    policy.statements.filter((statement) => applies(statement, policy.version === "2012-10-17", request)),
  );
  if (applying.some((statement) => statement.effect === "Deny")) return "explicit";
  return applying.length > 0 ? "allowed" : "implicit";
}

function applies(statement: PermissionStatement, variables: boolean, request: PermissionRequest): boolean {
  const named = statement.actions.some((pattern) => matchesAction(pattern, request.action));
  if (named === statement.exceptActions) return false;
  const meant = statement.resources.some((pattern) => matchesResource(pattern, variables, request));
  if (meant === statement.exceptResources) return false;
  return statement.conditions.every((condition) => holdsCondition(condition, request.context, variables));
}

/** Unlike in a condition, `*` in a Resource spans colons: IAM User Guide, reference_policies_elements_resource. */
function matchesResource(pattern: string, variables: boolean, { resource, context }: PermissionRequest): boolean {
  const parts = variables ? resolveVariables(pattern, context) : parsePattern(pattern);
  return parts !== null && matchesPattern(parts, resource);
}
