import type { Metadata } from "next";
import { ActivityPage } from "#components/activity/activity-page";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { describeActivity, describeSessions } from "#lib/broker/describe-activity";
import { PageWords } from "../../page-words";

export const generateMetadata = (): Promise<Metadata> => pageTitle("activity");

/** `/activity`: what the portal recorded about the person, and where they are signed in. */
export default async function Page({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : null;
  const caller = await requireIdentity();
  const [activity, sessions] = await Promise.all([describeActivity(caller, cursor), describeSessions(caller)]);
  return (
    <PageWords of="activity">
      <ActivityPage
        events={activity.events}
        sessions={cursor === null ? sessions : []}
        olderHref={activity.next === null ? null : `/activity?before=${activity.next}`}
        newestHref={cursor === null ? null : "/activity"}
      />
    </PageWords>
  );
}
