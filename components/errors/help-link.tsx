import { useTranslations } from "next-intl";

/** To the message's place in the help. From a dialog into a new tab: what was typed there stays. */
export function HelpLink({ code, opensTab }: { code: string; opensTab: boolean }) {
  const t = useTranslations("states");
  return (
    <p className="mt-2 text-sm">
      <a
        href={`/help/troubleshooting#${code}`}
        className="rounded-sm text-faint underline underline-offset-2 hover:text-ink"
        {...(opensTab ? { target: "_blank", rel: "noopener" } : {})}
      >
        {t("whatThisMeans")}
        {opensTab ? <span className="sr-only">{t("newTab")}</span> : null}
      </a>
    </p>
  );
}
