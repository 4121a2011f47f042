import type { ReactNode } from "react";
import { PageHeading } from "../shell/page-heading";
import { AdminLinks } from "./admin-links";

type AdminPageProps = { readonly title: string; readonly lead: ReactNode; readonly children: ReactNode };

/** The frame of a page for administrators: its heading, and the way to the others. */
export function AdminPage({ title, lead, children }: AdminPageProps) {
  return (
    <>
      <AdminLinks />
      <PageHeading title={title}>{lead}</PageHeading>
      {children}
    </>
  );
}
