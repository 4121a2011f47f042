import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { type PageOnly, pageMessages } from "#lib/i18n/client-messages";

/** Gives components in the browser the words that only this page has. */
export async function PageWords({ of, children }: { of: PageOnly; children: ReactNode }) {
  return <NextIntlClientProvider messages={pageMessages(await getMessages(), of)}>{children}</NextIntlClientProvider>;
}
