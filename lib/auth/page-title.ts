import "server-only";
import type { Messages } from "next-intl";
import { getTranslations } from "next-intl/server";

/** The title of a page in the language of the request, for `generateMetadata`. */
export async function pageTitle(key: keyof Messages["titles"]): Promise<{ readonly title: string }> {
  const t = await getTranslations("titles");
  return { title: t(key) };
}
