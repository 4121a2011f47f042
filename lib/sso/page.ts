import { err, ok, type Result } from "#lib/result";
import type { PortalRefusal } from "./portal-errors";

/** AWS's own default is not documented; its maximum is. */
const MOST = 100;

export type Page<T> = { readonly items: readonly T[]; readonly nextToken: string | null };

const refuse = (message: string): Result<never, PortalRefusal> => err({ name: "InvalidRequestException", message });

/**
 * One page of a list that is sorted by its key, each key once: what comes after the key that the token names. Grants may have
 * changed since; nothing is shown twice or left out for that. `nextToken` is null on the last page.
 */
export function pageOf<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  query: { readonly maxResult: string | null; readonly nextToken: string | null },
): Result<Page<T>, PortalRefusal> {
  const size = query.maxResult === null ? MOST : Number(query.maxResult);
  if (!/^\d{1,3}$/.test(query.maxResult ?? "1") || size < 1 || size > MOST) return refuse("max_result is not valid");
  if (!/^[\w-]{0,1400}$/.test(query.nextToken ?? "")) return refuse("next_token is not valid");
  const after = Buffer.from(query.nextToken ?? "", "base64url").toString("utf8");
  const rest = items.filter((item) => keyOf(item) > after);
  const shown = rest.slice(0, size);
  const last = shown.at(-1);
  const isLast = shown.length === rest.length || last === undefined;
  return ok({ items: shown, nextToken: isLast ? null : Buffer.from(keyOf(last)).toString("base64url") });
}
