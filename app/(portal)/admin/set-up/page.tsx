import type { Metadata } from "next";
import { SetUpPage } from "#components/admin/set-up/set-up-page";
import { ProblemView } from "#components/errors/problem-view";
import { pageTitle } from "#lib/auth/page-title";
import { refusalProblem } from "#lib/auth/refusal-response";
import { requireIdentity } from "#lib/auth/session";
import { setUpTrust } from "#lib/broker/set-up-trust";
import { PageWords } from "../../../page-words";

export const generateMetadata = (): Promise<Metadata> => pageTitle("setUp");

/** `/admin/set-up`: IAM providers, trust policies and roles of one account, to be copied. Linked to with `account` and `role`. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const caller = await requireIdentity();
  const answer = await setUpTrust(caller, await searchParams);
  if (answer.ok) {
    return (
      <PageWords of="setUp">
        <SetUpPage {...answer.value} />
      </PageWords>
    );
  }
  return <ProblemView problem={await refusalProblem(answer.error, caller.requestId)} heading="h1" />;
}
