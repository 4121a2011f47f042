import type { Metadata } from "next";
import { ActivityPage } from "#components/activity/activity-page";
import { requireIdentity } from "#lib/auth/session";
import { describeActivity, describeSessions } from "#lib/broker/describe-activity";

export const metadata: Metadata = { title: "Activity" };

/** `/activity`: what the portal recorded about the person, and where they are signed in. */
export default async function Page({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : null;
  const caller = await requireIdentity();
  const [activity, sessions] = await Promise.all([describeActivity(caller, cursor), describeSessions(caller)]);
  return (
    <ActivityPage
      events={activity.events}
      sessions={cursor === null ? sessions : []}
      olderHref={activity.next === null ? null : `/activity?before=${activity.next}`}
      newestHref={cursor === null ? null : "/activity"}
    />
  );
}
