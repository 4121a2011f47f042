import { useTranslations } from "next-intl";
import type { KnownUserAgent } from "#lib/audit/user-agent";

/** Names the browser that asked for something: "Firefox on macOS". */
export function useBrowserText(): (userAgent: KnownUserAgent | null) => string {
  const t = useTranslations("sessions");
  return (userAgent) => {
    if (userAgent === null) return t("unknownBrowser");
    const browser = userAgent.browser ?? t("otherProgram");
    return userAgent.system === null ? browser : t("browser", { browser, system: userAgent.system });
  };
}
