import { AdminListSkeleton } from "#components/admin/admin-skeleton";

export default function Loading() {
  return <AdminListSkeleton />;
}
