import type { Metadata } from "next";
import { headers } from "next/headers";
import { Approval } from "#components/cli/approval";
import { CodeForm } from "#components/cli/code-form";
import { Decided } from "#components/cli/decided";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { describeDevice, mustTypeCode } from "#lib/broker/device-approval";
import { currentConfig } from "#lib/config/current";

type Query = Record<string, string | string[] | undefined>;

export const generateMetadata = (): Promise<Metadata> => pageTitle("device");

/** Fetch Metadata: browsers say so of what one of the portal's own pages sent, and of no link from elsewhere. */
const isFromOwnForm = async () => (await headers()).get("sec-fetch-site") === "same-origin";

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

/** `/device`: where a person says yes or no to a command line that shows them a code. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams;
  const caller = await requireIdentity();
  const { portal } = await currentConfig();
  const [code, done] = [one(query.user_code), one(query.done)];
  if (done === "allowed" || done === "refused") return <Decided portalName={portal.name} decision={done} />;
  if (done === "device_code_unknown" || done === "device_codes_locked")
    return <CodeForm portalName={portal.name} problem={done} />;
  if (code === "" || ((await mustTypeCode()) && !(await isFromOwnForm())))
    return <CodeForm portalName={portal.name} problem={null} />;
  const view = await describeDevice(caller, code);
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
