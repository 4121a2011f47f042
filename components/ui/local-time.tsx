"use client";
import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";

const LOOKS = {
  full: { dateStyle: "medium", timeStyle: "short" },
  time: { timeStyle: "short" },
} as const;

const never = () => () => {};

/** The page's language as the reader's own country writes it, where the browser says so: `en-GB` for `en`. */
const regional = (language: string): string =>
  navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? language;

/**
 * A time in the page's language and the reader's own zone, with UTC as its title. The server, which does not know the zone,
 * writes UTC; the text changes after hydration and takes no other width in tabular figures.
 */
export function LocalTime({ at, look = "full" }: { at: string; look?: keyof typeof LOOKS }) {
  const language = useLocale();
  const utc = `${at.slice(0, 16).replace("T", " ")} UTC`;
  const text = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(regional(language), LOOKS[look]).format(new Date(at)),
    () => utc,
  );
  return (
    <time dateTime={at} title={utc} className="tabular-nums">
      {text}
    </time>
  );
}
