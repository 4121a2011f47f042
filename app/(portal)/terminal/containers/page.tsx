import type { Metadata } from "next";
import { LeasesPage } from "#components/leases/leases-page";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { offerLease } from "#lib/broker/lease-offer";
import { describeLeases } from "#lib/broker/leases";
import { PageWords } from "../../../page-words";

export const generateMetadata = (): Promise<Metadata> => pageTitle("leases");

/** `/terminal/containers`: what containers and remote machines renew their credentials with. */
export default async function Page({ searchParams }: { searchParams: Promise<{ endedLeases?: string | string[] }> }) {
  const { endedLeases } = await searchParams;
  const caller = await requireIdentity();
  const [offer, leases] = await Promise.all([offerLease(caller), describeLeases(caller)]);
  const ended = typeof endedLeases === "string" && /^\d{1,3}$/.test(endedLeases) ? Number(endedLeases) : null;
  return (
    <PageWords of="leases">
      <LeasesPage offer={offer} leases={leases} ended={ended} />
    </PageWords>
  );
}
