import { useTranslations } from "next-intl";

/** Writes a length in seconds as "8 h", "1 h 30 min", "15 min"; seconds are dropped, as nobody chooses by them. */
export function useDurationText(): (seconds: number) => string {
  const t = useTranslations("units");
  return (seconds) => {
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    if (hours === 0) return t("minutes", { minutes });
    return minutes === 0 ? t("hours", { hours }) : t("hoursMinutes", { hours, minutes });
  };
}

/** Writes what is left of something: "11 h 59 min", "59 min 12 s", "12 s". */
export function useRemainingText(): (remainingMs: number) => string {
  const t = useTranslations("units");
  return (remainingMs) => {
    // Rounded up, so that the end appears at the instant itself and no "0 s" before it.
    const all = Math.ceil(remainingMs / 1000);
    const [hours, minutes, seconds] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
    if (hours > 0) return t("hoursMinutes", { hours, minutes });
    return minutes > 0 ? t("minutesSeconds", { minutes, seconds }) : t("seconds", { seconds });
  };
}
