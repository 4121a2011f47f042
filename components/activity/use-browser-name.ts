import { useTranslations } from "next-intl";
import type { KnownUserAgent } from "#lib/audit/user-agent";

/** Names a browser for a person to recognise: "Firefox on macOS". */
export function useBrowserName(): (userAgent: KnownUserAgent) => string {
  const t = useTranslations("activity");
  return ({ browser, system }) => {
    const name = browser ?? t("otherProgram");
    return system === null ? name : t("browser", { browser: name, system });
  };
}
