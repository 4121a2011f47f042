import Link from "next/link";
import { useTranslations } from "next-intl";
import { classNames } from "../ui/class-names";
import { HELP_GROUPS, HELP_TOPICS, type HelpSlug, helpHref } from "./help-topics";

export const GROUP_TITLES = { use: "groupUse", fix: "groupFix", paths: "groupPaths" } as const;

/** All topics beside the one that is read. */
export function HelpNav({ current }: { current: HelpSlug }) {
  const [t, titles] = [useTranslations("help.ui"), useTranslations("helpTopics")];
  return (
    <nav aria-label={t("topics")} className="flex flex-col gap-5 text-sm">
      {HELP_GROUPS.map((group) => (
        <div key={group}>
          <p className="mb-1 px-2 font-medium text-faint text-xs">{t(GROUP_TITLES[group])}</p>
          <ul>
            {HELP_TOPICS.filter((topic) => topic.group === group).map(({ slug }) => (
              <li key={slug}>
                <Link
                  href={helpHref(slug)}
                  prefetch={false}
                  aria-current={slug === current ? "page" : undefined}
                  className={classNames(
                    "block rounded-md px-2 py-1 -outline-offset-2",
                    slug === current ? "bg-hover font-medium text-ink" : "text-soft hover:bg-hover hover:text-ink",
                  )}
                >
                  {titles(slug)}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}
