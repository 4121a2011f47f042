import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "../ui/class-names";
import { DismissNotice } from "./dismiss-notice";

const LEVELS = {
  info: { icon: Info, look: "bg-accent-soft text-accent" },
  warning: { icon: TriangleAlert, look: "bg-warn-soft text-warn" },
  critical: { icon: CircleAlert, look: "bg-danger-solid text-on-danger" },
} as const;

type NoticeBannerProps = {
  readonly notice: {
    readonly id: string;
    readonly text: string;
    readonly level: keyof typeof LEVELS;
    readonly url: string | null;
  };
};

/** What the company has to say to everybody: `portal.notice`. The server leaves it out where it was dismissed. */
export function NoticeBanner({ notice: { id, text, level, url } }: NoticeBannerProps) {
  const t = useTranslations("brand");
  const { icon: Icon, look } = LEVELS[level];
  return (
    <aside id="notice" aria-label={t("notice")} className={classNames("forced-edge", look)}>
      <div className="mx-auto flex min-h-10 max-w-[76rem] items-center gap-2.5 px-4 py-1.5 text-sm sm:px-6">
        <Icon aria-hidden className="size-4 shrink-0" />
        <p className={classNames("min-w-0 flex-1", level !== "critical" && "text-ink")}>
          {text}
          {url === null ? null : (
            <>
              {" "}
              <a href={url} className="whitespace-nowrap rounded-sm font-medium underline underline-offset-2">
                {t("more")}
              </a>
            </>
          )}
        </p>
        {level === "info" ? <DismissNotice id={id} label={t("dismiss")} /> : null}
      </div>
    </aside>
  );
}
