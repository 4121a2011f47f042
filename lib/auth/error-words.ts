import "server-only";
import type { Messages } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ErrorCode } from "#lib/errors";

/** The words for one code. Never an error's own message: what it quotes is not ours to show. */
export type ErrorWords = { readonly title: string; readonly message: string; readonly hint?: string };

type Words = Messages["errors"];
type HintedCode = { [Code in ErrorCode]: "hint" extends keyof Words[Code] ? Code : never }[ErrorCode];

const isHinted = (code: ErrorCode, words: Words): code is HintedCode => "hint" in words[code];

/** What an error is called and what to do about it, in the language of the request. A code without words does not compile. */
export async function errorWords(code: ErrorCode): Promise<ErrorWords> {
  const [t, { errors }] = await Promise.all([getTranslations("errors"), getMessages()]);
  const words = { title: t(`${code}.title`), message: t(`${code}.message`) };
  return isHinted(code, errors) ? { ...words, hint: t(`${code}.hint`) } : words;
}
