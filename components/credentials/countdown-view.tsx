"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { countdown, type Freshness } from "#lib/credentials/countdown";
import { classNames } from "../ui/class-names";
import { useRemainingText } from "../ui/use-duration-text";

type CountdownProps = {
  readonly expiresAt: Date;
  readonly durationSeconds: number;
  readonly clockOffsetMs: number;
};

const LOOKS: Readonly<Record<Freshness, string>> = { fresh: "text-ink", soon: "text-warn", expired: "text-danger" };

// Said when the state changes; the seconds themselves would talk without end.
const SAID = { fresh: null, soon: "saidSoon", expired: "saidExpired" } as const;

const strong = (words: ReactNode) => <span className="font-medium">{words}</span>;

export function Countdown({ expiresAt, durationSeconds, clockOffsetMs }: CountdownProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const t = useTranslations("credentials");
  const remainingText = useRemainingText();
  const { freshness, remainingMs } = countdown(expiresAt, new Date(now + clockOffsetMs));
  const said = SAID[freshness];
  return (
    <div className="min-w-40 flex-1">
      <p className={classNames("text-sm tabular-nums", LOOKS[freshness])}>
        {freshness === "expired" ? (
          <span className="font-medium">{t("expired")}</span>
        ) : (
          t.rich("expiresIn", { left: remainingText(remainingMs), strong })
        )}
      </p>
      <progress
        aria-label={t("timeLeft")}
        className="gauge mt-1.5 max-w-72"
        data-freshness={freshness}
        max={durationSeconds * 1000}
        value={Math.min(remainingMs, durationSeconds * 1000)}
      />
      <span role="status" className="sr-only">
        {said === null ? "" : t(said)}
      </span>
    </div>
  );
}
