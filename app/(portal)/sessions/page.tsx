import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SessionsPage } from "#components/sessions/sessions-page";
import { requireIdentity } from "#lib/auth/session";
import { describeCliSignIns } from "#lib/broker/cli-sign-ins";
import { describeSessions } from "#lib/broker/describe-activity";
import { describeRequester } from "#lib/broker/describe-requester";
import { describeLeases } from "#lib/broker/leases";
import { listOpenSessions } from "#lib/broker/list-open-sessions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sessions");
  return { title: t("title") };
}

type Query = { readonly ended?: string | string[]; readonly endedLeases?: string | string[] };

const countOf = (text: Query["ended"]): number | null =>
  typeof text === "string" && /^\d{1,3}$/.test(text) ? Number(text) : null;

/** `/sessions`: what the person has open now, in AWS and at the portal. */
export default async function Page({ searchParams }: { searchParams: Promise<Query> }) {
  const { ended, endedLeases } = await searchParams;
  const caller = await requireIdentity();
  const [sessions, signIns, commandLines, leases, requester] = await Promise.all([
    listOpenSessions(caller),
    describeSessions(caller),
    describeCliSignIns(caller),
    describeLeases(caller),
    describeRequester(caller),
  ]);
  const counts = { ended: countOf(ended), endedLeases: countOf(endedLeases) };
  const now = new Date().toISOString();
  return <SessionsPage {...{ sessions, signIns, commandLines, leases, requester, now }} {...counts} />;
}
