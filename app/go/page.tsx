import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Handoff } from "#components/console/handoff";
import { NoAccess } from "#components/console/link-refused";
import { MakeLink } from "#components/console/make-link";
import { PlaceRefused } from "#components/console/place-refused";
import { RoleChoice } from "#components/console/role-choice";
import { ErrorPage } from "#components/errors/error-page";
import { ProblemView } from "#components/errors/problem-view";
import { ButtonLink } from "#components/ui/button";
import { pageTitle } from "#lib/auth/page-title";
import { refusalProblem } from "#lib/auth/refusal-response";
import { requireIdentity } from "#lib/auth/session";
import { describeRequester } from "#lib/broker/describe-requester";
import { isToBeMade, offerLink } from "#lib/broker/offer-link";
import { type LinkRefusal, planConsole } from "#lib/broker/plan-console";
import { currentConfig } from "#lib/config/current";
import { idpNameOf } from "#lib/idp/idp-name";

type Query = Record<string, string | string[] | undefined>;
type Caller = Awaited<ReturnType<typeof requireIdentity>>;

export const generateMetadata = (): Promise<Metadata> => pageTitle("go");

/** `/go`: a link to a role in the console, or the way back from the identity provider. A GET mints nothing. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const caller = await requireIdentity();
  const { portal } = await currentConfig();
  if (isToBeMade(query)) return <MakeLink portalName={portal.name} {...(await offerLink(caller, query))} />;
  const plan = await planConsole(caller, query);
  if (!plan.ok) return <Refused caller={caller} refusal={plan.error} />;
  const { roles, ...rest } = plan.value;
  if (roles.length > 1) return <RoleChoice portalName={portal.name} roles={roles} {...rest} />;
  const requester = await describeRequester(caller);
  return <Handoff portalName={portal.name} requester={requester} role={roles[0]} {...rest} />;
}

async function Refused({ caller, refusal }: { caller: Caller; refusal: LinkRefusal }) {
  const config = await currentConfig();
  const portalName = config.portal.name;
  const { code, asked, place, own } = refusal;
  if (code === "role_not_granted") {
    const { idp, email, name, subject } = caller.session.identity;
    const person = email ?? name ?? subject;
    const support = config.portal.support ?? null;
    return <NoAccess {...{ portalName, asked, own, person, support, place }} idpName={idpNameOf(config, idp)} />;
  }
  const problem = code === "region_not_in_partition" ? code : refusal.destinationProblem;
  if (problem !== undefined) return <PlaceRefused {...{ portalName, asked, place, problem }} />;
  return <OtherRefusal caller={caller} refusal={refusal} portalName={portalName} />;
}

async function OtherRefusal(props: { caller: Caller; refusal: LinkRefusal; portalName: string }) {
  const { caller, refusal, portalName } = props;
  const t = await getTranslations("go");
  const { own, asked } = refusal;
  const query = new URLSearchParams({ account: own?.account.accountId ?? "", role: asked.role });
  return (
    <ErrorPage portalName={portalName} support={(await currentConfig()).portal.support ?? null}>
      <ProblemView problem={await refusalProblem(refusal, caller.requestId)} heading="h1">
        {refusal.code === "iam_user_needed" ? (
          <ButtonLink href={`/iam-user?${query}`} variant="solid">
            {t("iamUser")}
          </ButtonLink>
        ) : null}
        <ButtonLink href="/">{t("back")}</ButtonLink>
      </ProblemView>
    </ErrorPage>
  );
}
