import { useTranslations } from "next-intl";
import type { Saying } from "#lib/trust/saying";
import { tell } from "#lib/trust/tell";

/** Puts what is said of a trust policy into the page's language. For the server: these words are not sent to browsers. */
export function useTell(): (saying: Saying) => string {
  const t = useTranslations("trust");
  return (saying) => tell(saying, t);
}
