import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeading } from "../shell/page-heading";
import { PageLinks } from "../shell/page-links";

type AdminPageProps = { readonly title: string; readonly lead: ReactNode; readonly children: ReactNode };

/** The frame of a page for administrators: its heading, and the way to the others. */
export function AdminPage({ title, lead, children }: AdminPageProps) {
  const t = useTranslations("admin");
  const pages = [
    { href: "/admin", label: t("overview") },
    { href: "/admin/set-up", label: t("setUp") },
    { href: "/admin/denials", label: t("denials") },
  ];
  return (
    <>
      <PageLinks label={t("title")} pages={pages} />
      <PageHeading title={title}>{lead}</PageHeading>
      {children}
    </>
  );
}
