import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { listErrorWords } from "#lib/auth/list-error-words";
import { describeHelp } from "#lib/broker/describe-help";
import type { Caller } from "#lib/identity";
import { buildHelpPages } from "../../../components/help/build-help-pages";

/** The help in the caller's language, with the portal's values and roles of their own. */
export async function readHelp(caller: Caller) {
  const [facts, locale, t, titles, formats, noAnswer, errors, messages] = await Promise.all([
    describeHelp(caller),
    getLocale(),
    getTranslations("help"),
    getTranslations("helpTopics"),
    getTranslations("credentials.formats"),
    getTranslations("ui.noAnswer"),
    listErrorWords(),
    getMessages(),
  ]);
  return {
    facts,
    pages: buildHelpPages(facts, { t, titles, formats, noAnswer, locale, errors, explained: messages.help.errors }),
  };
}
