import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FragmentLink } from "#components/console/fragment-link";
import { currentBrand, currentNotice } from "#lib/broker/brand";
import { currentConfig } from "#lib/config/current";
import { clientMessages } from "#lib/i18n/client-messages";
import { NoticeBanner } from "../components/brand/notice-banner";
import { NOTICE_COOKIE } from "../components/brand/notice-cookie";
import { SkipLink } from "../components/shell/skip-link";
import { parseTheme, THEME_COOKIE } from "../components/shell/theme";
import { Connection } from "../components/states/connection";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("titles");
  const { name } = (await currentConfig()).portal;
  return { title: { default: name, template: `%s · ${name.replaceAll("%s", "")}` }, description: t("portal") };
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
  // After what only a request has: the portal is built without a configuration.
  const [brand, notice] = await Promise.all([currentBrand(), currentNotice(new Date())]);
  const isDismissed = notice?.level === "info" && jar.get(NOTICE_COOKIE)?.value === notice.id;
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang={language}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      {...(theme === "system" ? {} : { "data-theme": theme })}
    >
      <body>
        {brand.css === "" ? null : (
          <link rel="stylesheet" href={`/brand/theme.css?v=${brand.version}`} precedence="brand" />
        )}
        <NextIntlClientProvider messages={clientMessages(messages)}>
          <SkipLink />
          {notice === null || isDismissed ? null : <NoticeBanner notice={notice} />}
          {children}
          <Connection />
        </NextIntlClientProvider>
        <FragmentLink />
      </body>
    </html>
  );
}
