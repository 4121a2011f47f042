import "server-only";
import { getMessages, getTranslations } from "next-intl/server";
import type { ErrorCode } from "#lib/errors";
import { type ErrorWords, wordsOf } from "./error-words-in";

/** What an error is called and what to do about it, in the language of the request. */
export async function errorWords(code: ErrorCode): Promise<ErrorWords> {
  const [say, { errors }] = await Promise.all([getTranslations("errors"), getMessages()]);
  return wordsOf(code, say, errors);
}
