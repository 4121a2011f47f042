import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Approval } from "#components/cli/approval";
import { ErrorPage } from "#components/errors/error-page";
import { ProblemView } from "#components/errors/problem-view";
import { ButtonLink } from "#components/ui/button";
import { pageTitle } from "#lib/auth/page-title";
import { refusalProblem } from "#lib/auth/refusal-response";
import { describeAuthorize } from "#lib/broker/authorize-cli";
import { currentConfig } from "#lib/config/current";
import { requireRenewedIdentity } from "../renewed-identity";

type Query = Record<string, string | string[] | undefined>;

export const generateMetadata = (): Promise<Metadata> => pageTitle("device");

/** `/authorize`: where a program on the person's own machine asks to be signed in. At the root, since AWS's clients drop any path. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const caller = await requireRenewedIdentity();
  const { portal } = await currentConfig();
  const asked = await describeAuthorize(caller, query);
  if (asked.kind === "refused") redirect(asked.location);
  if (asked.kind === "asked") return <Approval portalName={portal.name} action="/api/authorize" {...asked} />;
  const [problem, t] = await Promise.all([
    refusalProblem({ code: asked.reason }, caller.requestId),
    getTranslations("errors"),
  ]);
  return (
    <ErrorPage portalName={portal.name} support={portal.support}>
      <ProblemView problem={problem} heading="h1">
        <ButtonLink href="/">{t("toRoles")}</ButtonLink>
      </ProblemView>
    </ErrorPage>
  );
}
