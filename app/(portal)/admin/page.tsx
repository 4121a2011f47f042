import type { Metadata } from "next";
import { AdminOverview } from "#components/admin/admin-overview";
import { ProblemView } from "#components/errors/problem-view";
import { pageTitle } from "#lib/auth/page-title";
import { refusalProblem } from "#lib/auth/refusal-response";
import { requireIdentity } from "#lib/auth/session";
import { listPages } from "#lib/broker/list-pages";

export const generateMetadata = (): Promise<Metadata> => pageTitle("admin");

/** `/admin`: what administrators can do here. */
export default async function Page() {
  const caller = await requireIdentity();
  const { admin } = await listPages(caller);
  if (admin) return <AdminOverview />;
  return (
    <ProblemView problem={await refusalProblem({ code: "not_an_administrator" }, caller.requestId)} heading="h1" />
  );
}
