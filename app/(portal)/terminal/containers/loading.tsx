import { LeasesSkeleton } from "#components/leases/leases-skeleton";

export default function Loading() {
  return <LeasesSkeleton />;
}
