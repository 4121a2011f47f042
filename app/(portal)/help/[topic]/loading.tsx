import { HelpTopicSkeleton } from "#components/help/help-skeleton";

export default function Loading() {
  return <HelpTopicSkeleton />;
}
