import "server-only";
import { ERROR_CODES } from "#lib/errors";
import { errorWords } from "./error-words";

/** Every message of the portal, as people see it, in the language of the request. */
export const listErrorWords = () =>
  Promise.all(ERROR_CODES.map(async (code) => ({ code, ...(await errorWords(code)) })));
