import { NextIntlClientProvider } from "next-intl";
import { type ComponentProps, useEffect, useState } from "react";
import { LANGUAGE_COOKIE, resolveLanguage } from "#lib/i18n/languages";
import { UnexpectedError } from "./unexpected-error";

type Provided = Pick<ComponentProps<typeof NextIntlClientProvider>, "locale" | "messages">;

const readCookie = (name: string) =>
  document.cookie
    .split("; ")
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** What the server does for every page: here there is no answer of its to go by. */
async function loadWords(): Promise<Provided> {
  const cookie = readCookie(LANGUAGE_COOKIE);
  const locale = resolveLanguage({ cookie, acceptLanguage: navigator.languages.join(",") });
  const { default: messages } = await import(`../../lib/i18n/messages/${locale}.json`);
  return { locale, messages };
}

/** In place of the whole page, when the layout itself failed: in the person's language all the same. */
export function WholePageError(props: ComponentProps<typeof UnexpectedError>) {
  const [words, setWords] = useState<Provided | null>(null);
  useEffect(() => {
    // Without the words the page stays as it is: nothing better can be said.
    loadWords().then(
      (loaded) => {
        document.documentElement.lang = String(loaded.locale);
        setWords(loaded);
      },
      () => undefined,
    );
  }, []);
  if (words === null) return null;
  return (
    <NextIntlClientProvider {...words} timeZone="UTC">
      <UnexpectedError {...props} />
    </NextIntlClientProvider>
  );
}
