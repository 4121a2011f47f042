import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { BeginSignIn } from "#components/sign-in/begin-sign-in";
import { Chooser } from "#components/sign-in/chooser";
import { pageTitle } from "#lib/auth/page-title";
import { findCaller } from "#lib/auth/session";
import { readSignInQuery } from "#lib/auth/sign-in-query";
import { currentConfig } from "#lib/config/current";
import { listIdentityProviders } from "#lib/idp/catalogue";
import { PageWords } from "../page-words";

/** The one page that a search engine could reach: everything else is behind it. */
export async function generateMetadata(): Promise<Metadata> {
  return { ...(await pageTitle("signIn")), robots: { index: false, follow: false } };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `/sign-in`: the chooser; with `begin`, straight on to that identity provider. */
export default async function Page({ searchParams }: Props) {
  const config = await currentConfig();
  const idps = listIdentityProviders(config.identityProviders);
  const query = await readSignInQuery(await searchParams, config.portal.url, idps);
  if (query.begin !== null)
    return (
      <PageWords of="signIn">
        <BeginSignIn portalName={config.portal.name} idp={query.begin} callbackUrl={query.callbackUrl} />
      </PageWords>
    );
  if (query.notice === undefined && (await findCaller()) !== null) redirect(query.callbackUrl);
  return (
    <PageWords of="signIn">
      <Chooser
        portalName={config.portal.name}
        idps={idps}
        lastIdpId={query.lastIdpId}
        callbackUrl={query.callbackUrl}
        {...(query.notice === undefined ? {} : { notice: query.notice })}
      />
    </PageWords>
  );
}
