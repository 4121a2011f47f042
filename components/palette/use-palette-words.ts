import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { placeText } from "../console/console-choice";
import { HELP_TOPICS, helpHref } from "../help/help-topics";
import type { PaletteItem, PaletteLink } from "./palette-item";

/** Pages that not everybody has. */
export type PalettePages = { readonly iamUser: boolean; readonly admin: boolean };

/** A language's own name: "Deutsch". */
function languageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** What an item is called; roles are written by the row itself. */
export function usePaletteLabels(): (item: PaletteItem) => string {
  const t = useTranslations("palette");
  return useMemo(() => {
    return (item) => {
      switch (item.kind) {
        case "role":
          return `${item.role.role.roleName} ${item.role.account.accountName}`;
        case "place":
          return placeText(item.place);
        case "region":
          return `${item.region.code} ${item.region.name}`;
        case "link":
          return item.link.label;
        case "step":
          return t(`steps.${item.to}`);
        case "console":
          return item.signOutFirst ? t("signOutFirst") : t("openConsole");
        case "credentials":
          return t("credentials");
        case "theme":
          return t(`themes.${item.theme}`);
        case "language":
          return languageName(item.language);
        case "sign-out":
          return t("signOut");
      }
    };
  }, [t]);
}

/** The portal's pages that the person has. */
export function usePaletteLinks({ iamUser, admin }: PalettePages): readonly PaletteLink[] {
  const t = useTranslations("palette.pages");
  const topics = useTranslations("helpTopics");
  return useMemo(() => {
    const page = (href: string, label: string): PaletteLink => ({ href, label, isHelp: false });
    return [
      page("/", t("roles")),
      ...(iamUser ? [page("/iam-user", t("iamUser"))] : []),
      page("/terminal", t("cliConfig")),
      page("/terminal/credential-process", t("credentialProcess")),
      page("/terminal/containers", t("containers")),
      page("/sessions", t("sessions")),
      page("/activity", t("activity")),
      page("/help", t("help")),
      ...(admin
        ? [page("/admin", t("admin")), page("/admin/set-up", t("setUp")), page("/admin/denials", t("denials"))]
        : []),
      ...HELP_TOPICS.map(({ slug }) => ({ href: helpHref(slug), label: topics(slug), isHelp: true })),
    ];
  }, [t, topics, iamUser, admin]);
}
