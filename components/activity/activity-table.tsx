import { useTranslations } from "next-intl";
import { Panel } from "../ui/panel";
import type { ActivityEvent } from "./activity-event";
import { ActivityRow } from "./activity-row";

const HEADINGS = ["when", "what", "role", "from", "outcome"] as const;

export function ActivityTable({ events }: { events: readonly ActivityEvent[] }) {
  const t = useTranslations("activity");
  return (
    <Panel className="overflow-hidden">
      <table className="w-full max-md:block">
        <caption className="sr-only">{t("caption")}</caption>
        <thead className="bg-sunken text-left text-faint text-xs max-md:sr-only">
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col" className="py-2 pr-4 font-medium first:w-48 first:pl-4 last:text-right">
                {t(heading)}
              </th>
            ))}
          </tr>
        </thead>
        {events.map((event) => (
          <ActivityRow key={event.id} event={event} />
        ))}
      </table>
    </Panel>
  );
}
