import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HelpIndex } from "#components/help/help-index";
import { requireIdentity } from "#lib/auth/session";
import { searchHelp } from "../../../components/help/search-help";
import { readHelp } from "./read-help";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("help.ui");
  return { title: t("title") };
}

type Props = { searchParams: Promise<{ q?: string | string[] }> };

/** `/help`: all topics; `/help?q=…`: what is found in them. */
export default async function Page({ searchParams }: Props) {
  const { q } = await searchParams;
  const caller = await requireIdentity();
  const { facts, pages } = await readHelp(caller);
  const query = typeof q === "string" ? q.trim().slice(0, 200) : "";
  return <HelpIndex facts={facts} pages={pages} query={query} hits={searchHelp(pages, query)} />;
}
