import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IamUserPage } from "#components/iam-user/iam-user-page";
import { requireIdentity } from "#lib/auth/session";
import { offerSessionToken } from "#lib/broker/session-token-offer";

export const metadata: Metadata = { title: "IAM user" };

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
  return <IamUserPage offer={offer} initialRole={named} />;
}
