import { useTranslations } from "next-intl";

const OPEN_UP_TO = 12;

/** All groups that arrived: open when they are few, else behind their number. */
export function GroupList({ groups }: { groups: readonly string[] }) {
  const t = useTranslations("noRoles");
  const list = (
    <ul className="flex flex-wrap gap-1.5 pt-2">
      {groups.map((group) => (
        <li
          key={group}
          className="forced-edge select-all rounded-sm bg-sunken px-1.5 py-px font-mono text-xs ring-1 ring-line ring-inset [overflow-wrap:anywhere]"
        >
          {group}
        </li>
      ))}
    </ul>
  );
  if (groups.length <= OPEN_UP_TO) return list;
  return (
    <details>
      <summary className="mt-1 inline-block rounded-sm text-accent text-sm underline underline-offset-2">
        {t("showAll", { count: groups.length })}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard (WCAG 2.1.1). */}
      <section aria-label={t("groupsLabel")} tabIndex={0} className="mt-2 max-h-64 overflow-y-auto pb-1">
        {list}
      </section>
    </details>
  );
}
