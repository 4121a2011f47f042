import { type Partition, partitionOfRegion, partitionRow } from "./partition";
import { isRegion } from "./region";

/**
 * Whether a host is a console of this partition: the domain, `<region>.` in front of it, or
 * `<account>-<random>.<region>.` as in a browser that is signed in to several accounts. Exact, since whatever passes is
 * where a signed-in browser is sent. Takes `URL.hostname`: lower case, no port; a dot at the end is refused.
 */
export function isConsoleHost(partition: Partition, host: string): boolean {
  const domain = partitionRow(partition).consoleDomain;
  if (host === domain) return true;
  if (!host.endsWith(`.${domain}`)) return false;
  const labels = host.slice(0, -domain.length - 1).split(".");
  const [first = "", second] = labels;
  if (labels.length === 1) return isRegionOf(partition, first);
  return labels.length === 2 && /^\d{12}-[a-z0-9]{1,50}$/.test(first) && isRegionOf(partition, second ?? "");
}

function isRegionOf(partition: Partition, label: string): boolean {
  return isRegion(label) && partitionOfRegion(label) === partition;
}

/** `eu-west-1.console.aws.amazon.com`; without a Region, the partition's own console host. */
export function buildConsoleHost(partition: Partition, region: string | null): string {
  const { consoleDomain } = partitionRow(partition);
  return region !== null && isRegionOf(partition, region) ? `${region}.${consoleDomain}` : consoleDomain;
}

/** The host of `/federation` and of `/oauth?Action=logout`, near a Region where the partition has Regional ones. */
export function buildSigninHost(partition: Partition, region: string | null): string {
  const row = partitionRow(partition);
  const near = region !== null && isRegionOf(partition, region) ? region : row.defaultRegion;
  const isBare = row.bareSigninRegions === null || row.bareSigninRegions.includes(near);
  return isBare ? row.signinDomain : `${near}.${row.signinDomain}`;
}
