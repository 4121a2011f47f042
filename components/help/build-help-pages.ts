import type { Messages, useTranslations } from "next-intl";
import { PORTAL_UNREACHABLE } from "../errors/problem";
import type { HelpFacts } from "./help-facts";
import { HELP_TOPICS } from "./help-topics";
import { createSay, type ErrorText, type HelpTranslator } from "./say";
import type { HelpPage } from "./search-help";
import { TOPIC_SECTIONS } from "./topic-sections";

/** A message of the portal as it is shown; what to do about it is the help's part. */
export type ErrorMessage = Omit<ErrorText, "whatToDo">;

type Written = {
  readonly t: HelpTranslator;
  readonly titles: ReturnType<typeof useTranslations<"helpTopics">>;
  readonly formats: ReturnType<typeof useTranslations<"credentials.formats">>;
  readonly noAnswer: ReturnType<typeof useTranslations<"ui.noAnswer">>;
  readonly locale: string;
  readonly errors: readonly ErrorMessage[];
  /** What to do about each, by code. */
  readonly explained: Messages["help"]["errors"];
};

/** A code that came after these words were written is shown without them; a test says so. */
const isExplained = <T extends object>(explained: T, code: PropertyKey): code is keyof T =>
  Object.hasOwn(explained, code);

/** Every page of the help in the reader's language. */
export function buildHelpPages(facts: HelpFacts, written: Written): readonly HelpPage[] {
  const { t, titles, formats, noAnswer, locale, errors, explained } = written;
  const say = createSay(t, facts, locale);
  const unreachable = { title: noAnswer("title"), message: noAnswer("message"), hint: noAnswer("hint") };
  const texts = [...errors, { code: PORTAL_UNREACHABLE, ...unreachable }].map((error) => {
    const { code } = error;
    return { ...error, whatToDo: isExplained(explained, code) ? say(`errors.${code}`) : null };
  });
  const source = { facts, say, errors: texts, formatHint: formats };
  return HELP_TOPICS.map(({ slug }) => ({
    slug,
    title: titles(slug),
    summary: say(`${slug}.summary`),
    sections: TOPIC_SECTIONS[slug](source),
  }));
}
