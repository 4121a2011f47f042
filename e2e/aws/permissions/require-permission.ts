import type { RequestContext } from "#lib/trust/request";
import type { Principal } from "../issued-credentials";
import type { Call } from "../query/call";
import type { Sandbox } from "../sandbox";
import { findDenial } from "./decide";
import { EVERYTHING } from "./managed-policies";
import type { Permissions } from "./policy";
import { buildPrincipalKeys, buildRequestKeys } from "./request-context";

/** What the principal may do now: a role whose policy changes changes for the sessions it has, as in IAM. */
export function findPermissions(sandbox: Sandbox, principal: Principal): Permissions {
  const { roles, users } = sandbox.estate;
  const owner = roles.get(principal.identityArn) ?? Array.from(users.values()).find(isNamed(principal.identityArn));
  return { identity: owner?.permissions ?? EVERYTHING, session: principal.sessionPolicies };
}

const isNamed = (arn: string) => (user: { readonly arn: string }) => user.arn === arn;

/** The context of a request by lower-case key. */
export function resolvePermissionContext(
  call: Call,
  sandbox: Sandbox,
  principal: Principal,
  extra: RequestContext = {},
): ReadonlyMap<string, readonly string[]> {
  const keys = { ...buildRequestKeys(call, sandbox), ...buildPrincipalKeys(principal, sandbox.clock()), ...extra };
  const present = Object.entries(keys).filter(([, values]) => values.length > 0);
  return new Map(present.map(([key, values]) => [key.toLowerCase(), values]));
}

type Asked = {
  readonly action: string;
  readonly resource: string;
  /** What the message calls the resource, when not by its ARN. */
  readonly shown?: string;
  readonly extra?: RequestContext;
};

/**
 * Null when the caller may do this; else the reason in AWS's words, "User: … is not authorized to perform: …". The resource
 * is left out of it where the action knows none.
 */
export function findRefusal(call: Call, sandbox: Sandbox, principal: Principal, request: Asked): string | null {
  const { action, resource, shown = resource, extra } = request;
  const context = resolvePermissionContext(call, sandbox, principal, extra);
  const because = findDenial(findPermissions(sandbox, principal), { action, resource, context });
  if (because === null) return null;
  call.note({ denial: `${action} ${because}` });
  const on = resource === "*" ? "" : ` on resource: ${shown}`;
  return `User: ${principal.arn} is not authorized to perform: ${action}${on} ${because}`;
}
