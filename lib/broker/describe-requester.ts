import "server-only";
import type { Caller } from "#lib/identity";
import { currentPortal } from "./portal";
import { allowsPrivateAddress } from "./resolve-scope";

/** What a scope "only from my address" would be bound to. */
export async function describeRequester(
  caller: Caller,
): Promise<{ readonly address: string | null; readonly allowPrivate: boolean }> {
  return { address: caller.address, allowPrivate: allowsPrivateAddress(await currentPortal()) };
}
