"use client";
import { useSyncExternalStore } from "react";

const LOOKS = {
  full: { dateStyle: "medium", timeStyle: "short" },
  time: { timeStyle: "short" },
} as const;

const never = () => () => {};

/**
 * A time in the reader's own locale and zone, with UTC as its title. The server, which knows neither, writes UTC; the
 * text changes after hydration and takes no other width in tabular figures.
 */
export function LocalTime({ at, look = "full" }: { at: string; look?: keyof typeof LOOKS }) {
  const utc = `${at.slice(0, 16).replace("T", " ")} UTC`;
  const text = useSyncExternalStore(
    never,
    () => new Intl.DateTimeFormat(undefined, LOOKS[look]).format(new Date(at)),
    () => utc,
  );
  return (
    <time dateTime={at} title={utc} className="tabular-nums">
      {text}
    </time>
  );
}
