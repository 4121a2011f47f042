import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeading } from "../shell/page-heading";
import { PageLinks } from "../shell/page-links";

type TerminalPageProps = { readonly title: string; readonly lead: ReactNode; readonly children: ReactNode };

/** The frame of a page for whoever works in a terminal: its heading, and the way to the others. */
export function TerminalPage({ title, lead, children }: TerminalPageProps) {
  const t = useTranslations("terminal");
  const pages = [
    { href: "/terminal", label: t("configuration") },
    { href: "/terminal/credential-process", label: t("credentialProcess") },
    { href: "/terminal/containers", label: t("containers") },
  ];
  return (
    <>
      <PageLinks label={t("title")} pages={pages} />
      <PageHeading title={title}>{lead}</PageHeading>
      {children}
    </>
  );
}
