import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ErrorPage } from "#components/errors/error-page";
import { ProblemView } from "#components/errors/problem-view";
import { ButtonLink } from "#components/ui/button";
import { pageTitle } from "#lib/auth/page-title";
import { refusalProblem } from "#lib/auth/refusal-response";
import { requireIdentity } from "#lib/auth/session";
import { explainOwnDenial } from "#lib/broker/explain-denial";
import { findOwnRefusal } from "#lib/broker/find-own-refusal";
import { currentConfig } from "#lib/config/current";

export const generateMetadata = (): Promise<Metadata> => pageTitle("goRefused");

/** `/go/refused`: in the tab that should have been the console. What went wrong is read from the person's own activity. */
export default async function Page({ searchParams }: { searchParams: Promise<{ ref?: string | string[] }> }) {
  const { ref } = await searchParams;
  const caller = await requireIdentity();
  const reference = typeof ref === "string" ? ref : "";
  const [config, refusal, explained] = await Promise.all([
    currentConfig(),
    findOwnRefusal(caller, reference),
    explainOwnDenial(caller, reference),
  ]);
  const problem = await refusalProblem(
    { ...(refusal ?? { code: "continuation_unknown" }), ...explained },
    refusal?.of ?? caller.requestId,
  );
  const t = await getTranslations("errors");
  return (
    <ErrorPage portalName={config.portal.name} support={config.portal.support}>
      <ProblemView problem={problem} heading="h1">
        <ButtonLink href="/" variant="solid">
          {t("back")}
        </ButtonLink>
      </ProblemView>
    </ErrorPage>
  );
}
