import { CredentialProcessSkeleton } from "#components/credential-process/credential-process-skeleton";

export default function Loading() {
  return <CredentialProcessSkeleton />;
}
