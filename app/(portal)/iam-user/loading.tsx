import { IamUserSkeleton } from "#components/iam-user/iam-user-skeleton";

export default function Loading() {
  return <IamUserSkeleton />;
}
