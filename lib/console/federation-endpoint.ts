import "server-only";
import { buildSigninHost } from "#lib/aws/console-hosts";
import type { Partition } from "#lib/aws/partition";

/** The federation endpoint of a partition, near a Region where it has Regional ones; or `aws.endpoints.federation`. */
export function federationEndpoint(at: {
  readonly partition: Partition;
  readonly region: string;
  readonly override?: string | undefined;
}): string {
  return at.override ?? `https://${buildSigninHost(at.partition, at.region)}/federation`;
}
