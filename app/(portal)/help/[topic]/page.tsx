import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { HelpTopic } from "#components/help/help-topic";
import { requireIdentity } from "#lib/auth/session";
import { isHelpSlug } from "../../../../components/help/help-topics";
import { readHelp } from "../read-help";

type Props = { params: Promise<{ topic: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic } = await params;
  const titles = await getTranslations("helpTopics");
  return isHelpSlug(topic) ? { title: titles(topic) } : {};
}

/** `/help/{topic}`: one topic, with the portal's own values. */
export default async function Page({ params }: Props) {
  const { topic } = await params;
  const caller = await requireIdentity();
  const { facts, pages } = await readHelp(caller);
  const page = pages.find(({ slug }) => slug === topic);
  if (page === undefined) notFound();
  return <HelpTopic page={page} facts={facts} />;
}
