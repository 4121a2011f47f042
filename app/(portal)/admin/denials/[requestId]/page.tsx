import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DenialPage } from "#components/admin/denials/denial-page";
import { ProblemView } from "#components/errors/problem-view";
import { ButtonLink } from "#components/ui/button";
import { pageTitle } from "#lib/auth/page-title";
import { refusalProblem } from "#lib/auth/refusal-response";
import { requireIdentity } from "#lib/auth/session";
import { describeReport } from "#lib/broker/describe-denial";
import { explainDenialForAdmin, explainOwnDenial } from "#lib/broker/explain-denial";
import { PageWords } from "../../../../page-words";

export const generateMetadata = (): Promise<Metadata> => pageTitle("denial");

/** `/admin/denials/{requestId}`: the whole for administrators, the short form for whoever was refused. */
export default async function Page({ params }: { params: Promise<{ requestId: string }> }) {
  const { requestId } = await params;
  const caller = await requireIdentity();
  const report = await explainDenialForAdmin(caller, requestId);
  if (report.ok) {
    return (
      <PageWords of="denials">
        <DenialPage denial={describeReport(report.value)} />
      </PageWords>
    );
  }
  const own = await explainOwnDenial(caller, requestId);
  const problem =
    own === null
      ? await refusalProblem(report.error, caller.requestId)
      : await refusalProblem({ code: "sts_access_denied", ...own }, requestId);
  const t = await getTranslations("errors");
  return (
    <ProblemView problem={problem} heading="h1">
      <ButtonLink href={report.error.code === "denial_unknown" ? "/admin/denials" : "/"}>
        {t(report.error.code === "denial_unknown" ? "allDenials" : "toRoles")}
      </ButtonLink>
    </ProblemView>
  );
}
