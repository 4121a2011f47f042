import type { Metadata } from "next";
import { ConfigPage } from "#components/aws-config/config-page";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { describeConfig } from "#lib/broker/describe-config";
import { PageWords } from "../../page-words";

export const generateMetadata = (): Promise<Metadata> => pageTitle("cliConfig");

/** `/terminal?roles=…&names=…`: a configuration file for the AWS CLI and the SDKs. */
export default async function Page({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const chosen = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const offer = await describeConfig(await requireIdentity());
  return (
    <PageWords of="cliConfig">
      <ConfigPage offer={offer} query={new URLSearchParams(chosen).toString()} />
    </PageWords>
  );
}
