import "server-only";
import { type Partition, partitionOfRegion, partitionRow } from "#lib/aws/partition";
import type { LoadedConfig } from "#lib/config/load";

/** The Region whose STS is asked: the account's, else the portal's where it lies in the same partition, else the partition's. */
export function regionOf(config: LoadedConfig, account: { region: string | null; partition: Partition }): string {
  if (account.region !== null) return account.region;
  const common = config.aws.region;
  return partitionOfRegion(common) === account.partition ? common : partitionRow(account.partition).defaultRegion;
}
