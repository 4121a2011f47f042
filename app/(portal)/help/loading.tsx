import { HelpSkeleton } from "#components/help/help-skeleton";

export default function Loading() {
  return <HelpSkeleton />;
}
