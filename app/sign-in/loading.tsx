import { ChooserSkeleton } from "#components/sign-in/chooser-skeleton";

export default function Loading() {
  return <ChooserSkeleton />;
}
