import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FragmentLink } from "#components/console/fragment-link";
import { clientMessages } from "#lib/i18n/client-messages";
import { parseTheme, THEME_COOKIE } from "../components/shell/theme";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("titles");
  return { title: { default: "Gatehouse", template: "%s · Gatehouse" }, description: t("portal") };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f8fa" },
    { media: "(prefers-color-scheme: dark)", color: "#0e1014" },
  ],
};

/** The theme comes from a cookie, so that the first paint is right without a script of the page's own. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, language, messages] = await Promise.all([cookies(), getLocale(), getMessages()]);
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang={language}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      {...(theme === "system" ? {} : { "data-theme": theme })}
    >
      <body>
        <NextIntlClientProvider messages={clientMessages(messages)}>{children}</NextIntlClientProvider>
        <FragmentLink />
      </body>
    </html>
  );
}
