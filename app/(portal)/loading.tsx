import { RolePageSkeleton } from "#components/roles/role-page-skeleton";

export default function Loading() {
  return <RolePageSkeleton />;
}
