import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IamUserPage } from "#components/iam-user/iam-user-page";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { offerSessionToken } from "#lib/broker/session-token-offer";
import { PageWords } from "../../page-words";

export const generateMetadata = (): Promise<Metadata> => pageTitle("iamUser");

/** `/iam-user?account=…&role=…`: a session for one's own IAM user and MFA device, or a role by them. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<{ account?: string | string[]; role?: string | string[] }>;
}) {
  const { account, role } = await searchParams;
  const caller = await requireIdentity();
  const offer = await offerSessionToken(caller);
  if (offer === null) notFound();
  const named = typeof account === "string" && typeof role === "string" ? `${account}/${role}` : null;
  return (
    <PageWords of="iamUser">
      <IamUserPage offer={offer} initialRole={named} />
    </PageWords>
  );
}
