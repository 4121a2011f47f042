import type { Metadata } from "next";
import { headers } from "next/headers";
import { Approval } from "#components/cli/approval";
import { CodeForm } from "#components/cli/code-form";
import { Decided } from "#components/cli/decided";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { describeDevice, mustTypeCode } from "#lib/broker/device-approval";
import { currentConfig } from "#lib/config/current";
import { requireRenewedIdentity } from "../renewed-identity";

type Query = Record<string, string | string[] | undefined>;

export const generateMetadata = (): Promise<Metadata> => pageTitle("device");

/** Fetch Metadata: `same-origin` of what one of the portal's own pages sent, `cross-site` and `same-site` of links from elsewhere. */
const fetchSite = async () => (await headers()).get("sec-fetch-site");

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** `/device`: where a person says yes or no to a command line that shows them a code. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const { portal } = await currentConfig();
  const [code, done] = [one(query.user_code), one(query.done)];
  const caller = await (done === "" ? requireRenewedIdentity() : requireIdentity());
  if (done === "allowed" || done === "refused") return <Decided portalName={portal.name} decision={done} />;
  if (done === "device_code_unknown" || done === "device_codes_locked")
    return <CodeForm portalName={portal.name} problem={done} />;
  const site = await fetchSite();
  if (code === "" || ((await mustTypeCode()) && site !== "same-origin"))
    return <CodeForm portalName={portal.name} problem={null} />;
  // Whoever makes somebody's browser open wrong codes is not to lock them out.
  const counts = site !== "cross-site" && site !== "same-site";
  const view = await describeDevice(caller, code, { counts });
  if (!view.ok) return <CodeForm portalName={portal.name} problem={view.error} />;
  const { userCode, ...asked } = view.value;
  const fields = { userCode };
  return (
    <Approval
      portalName={portal.name}
      action="/api/device"
      device={asked}
      userCode={userCode}
      fields={fields}
      {...asked}
    />
  );
}
