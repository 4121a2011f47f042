import "server-only";
import { removeRememberedScope, saveRememberedScope } from "#lib/db/remembered-scopes";
import type { Caller } from "#lib/identity";
import { isUnscoped } from "#lib/session-policy/is-unscoped";
import { toRemembered } from "#lib/session-policy/remembered-scope";
import type { Scope } from "#lib/session-policy/scope";
import type { Portal } from "./portal";

type Asked = {
  readonly accountId: string;
  readonly roleName: string;
  readonly scope?: Scope | undefined;
  readonly rememberScope?: boolean | undefined;
};

/** Keeps what the person narrowed this role to, or forgets it, where they said so. What was asked has been granted by now. */
export async function rememberScope(portal: Portal, caller: Caller, asked: Asked): Promise<void> {
  if (asked.rememberScope === undefined) return;
  const { idp, subject } = caller.session.identity;
  const key = { idp, subject, accountId: asked.accountId, roleName: asked.roleName };
  const scope = toRemembered(asked.scope ?? {});
  const { db } = portal.storage;
  if (asked.rememberScope && !isUnscoped(scope)) return saveRememberedScope(db, key, scope, portal.now());
  return removeRememberedScope(db, key);
}
