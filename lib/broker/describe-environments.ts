import "server-only";
import type { Environment } from "#lib/config/environments";
import { currentPortal } from "./portal";

/** Each account with its environment, as the configuration colours it. */
export async function describeEnvironments<T extends { readonly labels: Readonly<Record<string, string>> }>(
  accounts: readonly T[],
): Promise<readonly (T & { readonly environment: Environment | null })[]> {
  const { environmentOf } = await currentPortal();
  return accounts.map((account) => ({ ...account, environment: environmentOf(account.labels) }));
}
