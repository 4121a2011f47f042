import { useTranslations } from "next-intl";
import { parseScopePart } from "#lib/session-policy/describe-scope";
import { type Phrase, sayPhrase } from "#lib/session-policy/phrase";

/** Says what the room of session policies has to say. */
export function usePhrase(): (phrase: Phrase) => string {
  const t = useTranslations("scope.phrases");
  return (phrase) => sayPhrase(t, phrase);
}

/** Says what narrows a session; what an older portal wrote otherwise stays as it was. */
export function useScopePart(): (text: string) => string {
  const t = useTranslations("scope.parts");
  return (text) => {
    const part = parseScopePart(text);
    return part === null ? text : t(part.key, { value: part.value });
  };
}
