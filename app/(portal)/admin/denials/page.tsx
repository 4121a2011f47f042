import type { Metadata } from "next";
import { DenialsPage } from "#components/admin/denials/denials-page";
import { ProblemView } from "#components/errors/problem-view";
import { pageTitle } from "#lib/auth/page-title";
import { refusalProblem } from "#lib/auth/refusal-response";
import { requireIdentity } from "#lib/auth/session";
import { describeListed } from "#lib/broker/describe-denial";
import { listDenials } from "#lib/broker/list-denials";

export const generateMetadata = (): Promise<Metadata> => pageTitle("denials");

/** `/admin/denials`: what AWS refused to anybody. */
export default async function Page() {
  const caller = await requireIdentity();
  const denials = await listDenials(caller);
  if (denials.ok) return <DenialsPage denials={denials.value.map(describeListed)} />;
  return <ProblemView problem={await refusalProblem(denials.error, caller.requestId)} heading="h1" />;
}
