import type { Metadata } from "next";
import { CredentialProcessPage } from "#components/credential-process/credential-process-page";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { describeHelper } from "#lib/broker/describe-helper";
import { PageWords } from "../../../page-words";

export const generateMetadata = (): Promise<Metadata> => pageTitle("credentialProcess");

/** `/terminal/credential-process`: the portal's own program for tools that read no endpoints. */
export default async function Page() {
  const caller = await requireIdentity();
  const offer = await describeHelper(caller);
  return (
    <PageWords of="credentialProcess">
      <CredentialProcessPage offer={offer} />
    </PageWords>
  );
}
