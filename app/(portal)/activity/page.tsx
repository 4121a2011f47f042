import type { Metadata } from "next";
import { ActivityPage } from "#components/activity/activity-page";
import { pageTitle } from "#lib/auth/page-title";
import { requireIdentity } from "#lib/auth/session";
import { describeActivity } from "#lib/broker/describe-activity";
import { PageWords } from "../../page-words";

export const generateMetadata = (): Promise<Metadata> => pageTitle("activity");

/** `/activity`: what the portal recorded about the person. */
export default async function Page({ searchParams }: { searchParams: Promise<{ before?: string | string[] }> }) {
  const { before } = await searchParams;
  const cursor = typeof before === "string" ? before : null;
  const caller = await requireIdentity();
  const activity = await describeActivity(caller, cursor);
  return (
    <PageWords of="activity">
      <ActivityPage
        events={activity.events}
        olderHref={activity.next === null ? null : `/activity?before=${activity.next}`}
        newestHref={cursor === null ? null : "/activity"}
      />
    </PageWords>
  );
}
