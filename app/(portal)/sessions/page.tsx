import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SessionsPage } from "#components/sessions/sessions-page";
import { requireIdentity } from "#lib/auth/session";
import { describeCliSignIns } from "#lib/broker/cli-sign-ins";
import { describeSessions } from "#lib/broker/describe-activity";
import { describeRequester } from "#lib/broker/describe-requester";
import { listOpenSessions } from "#lib/broker/list-open-sessions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sessions");
  return { title: t("title") };
}

/** `/sessions`: what the person has open now, in AWS and at the portal. */
export default async function Page({ searchParams }: { searchParams: Promise<{ ended?: string | string[] }> }) {
  const { ended } = await searchParams;
  const caller = await requireIdentity();
  const [sessions, signIns, commandLines, requester] = await Promise.all([
    listOpenSessions(caller),
    describeSessions(caller),
    describeCliSignIns(caller),
    describeRequester(caller),
  ]);
  const count = typeof ended === "string" && /^\d{1,3}$/.test(ended) ? Number(ended) : null;
  const now = new Date().toISOString();
  return <SessionsPage {...{ sessions, signIns, commandLines, requester, now }} ended={count} />;
}
