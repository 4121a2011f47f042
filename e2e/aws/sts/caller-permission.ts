import type { Decision } from "#lib/trust/evaluate-trust-policy";
import type { RequestContext } from "#lib/trust/request";
import type { Role } from "../estate";
import type { Principal } from "../issued-credentials";
import { judge } from "../permissions/decide";
import { findPermissions, resolvePermissionContext } from "../permissions/require-permission";
import type { Call } from "../query/call";
import type { Sandbox } from "../sandbox";

/**
 * Whether the caller's own policies let it assume a role that trusts it, tags and source identity included. Within one
 * account a trust policy that names the caller itself is enough; across accounts, or when the account as a whole is trusted,
 * the caller's own policy must allow it as well. A Deny always counts. IAM User Guide,
 * reference_policies_evaluation-logic.
 */
export function mayAssume(
  call: Call,
  sandbox: Sandbox,
  signer: Principal,
  asked: { readonly role: Role; readonly trust: Decision; readonly context: RequestContext },
): boolean {
  const { role, trust } = asked;
  const permissions = findPermissions(sandbox, signer);
  const context = resolvePermissionContext(call, sandbox, signer, asked.context);
  return trust.actions.every(({ action }) => {
    const named = signer.account.id === role.account.id ? listNames(role, trust, action) : [];
    const { identity, session } = judge(permissions, { action, resource: role.arn, context });
    const forgiven = named.includes(signer.arn);
    const identityAllows = forgiven || named.some((name) => name === signer.roleArn || name === signer.userId);
    const refused =
      identity === "explicit" ||
      session === "explicit" ||
      (identity === "implicit" && !identityAllows) ||
      // What a trust policy gives to the session by name is not narrowed by the session's own policies.
      (session === "implicit" && !forgiven);
    if (refused) call.note({ denial: `${action}: identity policy ${identity}, session policy ${session}` });
    return !refused;
  });
}

/** Whom the statements name that allow the action. */
function listNames(role: Role, trust: Decision, action: string): readonly string[] {
  return trust.statements
    .filter((outcome) => outcome.action === action && outcome.effect === "Allow" && outcome.mismatch === null)
    .map((outcome) => role.trustPolicy.statements[outcome.index])
    .flatMap((statement) => (statement?.exceptPrincipals ? [] : (statement?.principals.AWS ?? [])));
}
