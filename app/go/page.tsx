import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Handoff } from "#components/console/handoff";
import { ErrorPage } from "#components/errors/error-page";
import { ProblemView } from "#components/errors/problem-view";
import { ButtonLink } from "#components/ui/button";
import { pageTitle } from "#lib/auth/page-title";
import { refusalProblem } from "#lib/auth/refusal-response";
import { requireIdentity } from "#lib/auth/session";
import { describeRequester } from "#lib/broker/describe-requester";
import { planConsole } from "#lib/broker/plan-console";
import { currentConfig } from "#lib/config/current";

export const generateMetadata = (): Promise<Metadata> => pageTitle("go");

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `/go`: a link to a role in the console, or the way back from the identity provider. A GET mints nothing. */
export default async function Page({ searchParams }: Props) {
  const query = await searchParams;
  const caller = await requireIdentity();
  const [config, plan] = await Promise.all([currentConfig(), planConsole(caller, query)]);
  if (plan.ok) {
    const requester = await describeRequester(caller);
    return <Handoff portalName={config.portal.name} requester={requester} {...plan.value} />;
  }
  const t = await getTranslations("errors");
  return (
    <ErrorPage portalName={config.portal.name}>
      <ProblemView problem={await refusalProblem(plan.error, caller.requestId)} heading="h1">
        <ButtonLink href="/" variant="solid">
          {t("back")}
        </ButtonLink>
      </ProblemView>
    </ErrorPage>
  );
}
