import "server-only";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { LANGUAGE_COOKIE, LANGUAGES, resolveLanguage } from "./languages";
import { loadMessages } from "./load-messages";

/** The words of this request: next-intl asks here for each page and route. Times are shown in the browser's own zone. */
export default getRequestConfig(async ({ locale: given }) => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const cookie = given ?? jar.get(LANGUAGE_COOKIE)?.value;
  const locale = resolveLanguage({ cookie, acceptLanguage: head.get("accept-language") }, LANGUAGES);
  return {
    locale,
    timeZone: "UTC",
    messages: await loadMessages(locale),
  };
});
