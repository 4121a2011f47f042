import "server-only";
import type { Grant } from "#lib/access/resolve-grants";
import type { Caller } from "#lib/identity";
import { err, ok, type Result } from "#lib/result";
import { type CompiledScope, compileScope } from "#lib/session-policy/compile-scope";
import type { Scope } from "#lib/session-policy/scope";
import { inSeconds } from "./in-seconds";
import type { Portal } from "./portal";
import type { Refusal } from "./refusal";

/** Whether AWS may see addresses that it never sees: where STS is configured to be elsewhere, on this machine for example. */
export const allowsPrivateAddress = (portal: Portal): boolean => portal.config.aws.endpoints.sts !== undefined;

/** The one session policy of a session: what the role is configured with, what is forced on it, what the person chose. */
export function resolveScope(
  portal: Portal,
  caller: Caller,
  grant: Grant,
  asked: { readonly scope?: Scope | undefined; readonly durationSeconds: number },
): Result<CompiledScope, Refusal> {
  const now = portal.now();
  const compiled = compileScope(asked.scope ?? {}, grant.scope ?? {}, grant, {
    now,
    address: caller.address,
    sessionEndsAt: inSeconds(now, asked.durationSeconds),
    allowPrivate: allowsPrivateAddress(portal),
  });
  if (compiled.ok) return ok(compiled.value);
  const { code, message } = compiled.error;
  return err({ code, phrase: message });
}
