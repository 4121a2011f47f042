import "server-only";
import type { Messages } from "next-intl";
import { createTranslator } from "use-intl/core";
import type { ErrorCode } from "#lib/errors";
import { loadMessages } from "#lib/i18n/load-messages";

/** The words for one code. Never an error's own message: what it quotes is not ours to show. */
export type ErrorWords = { readonly title: string; readonly message: string; readonly hint?: string };

type Words = Messages["errors"];
type Say = ReturnType<typeof createTranslator<Messages, "errors">>;
type HintedCode = { [Code in ErrorCode]: "hint" extends keyof Words[Code] ? Code : never }[ErrorCode];

const isHinted = (code: ErrorCode, words: Words): code is HintedCode => "hint" in words[code];

/** A code without words does not compile. */
export function wordsOf(code: ErrorCode, say: Say, errors: Words): ErrorWords {
  const words = { title: say(`${code}.title`), message: say(`${code}.message`) };
  return isHinted(code, errors) ? { ...words, hint: say(`${code}.hint`) } : words;
}

/** What an error is called and what to do about it, in a language that is known: where there is no request of Next's to find it in. */
export async function errorWordsIn(language: string, code: ErrorCode): Promise<ErrorWords> {
  const messages: Messages = await loadMessages(language);
  return wordsOf(code, createTranslator({ locale: language, messages, namespace: "errors" }), messages.errors);
}
