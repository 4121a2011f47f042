import { ConfigSkeleton } from "#components/aws-config/config-skeleton";

export default function Loading() {
  return <ConfigSkeleton />;
}
