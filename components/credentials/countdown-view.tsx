"use client";
import { useEffect, useState } from "react";
import { countdown, type Freshness } from "#lib/credentials/countdown";
import { classNames } from "../ui/class-names";

type CountdownProps = {
  readonly expiresAt: Date;
  readonly durationSeconds: number;
  readonly clockOffsetMs: number;
};

const LOOKS: Readonly<Record<Freshness, string>> = { fresh: "text-ink", soon: "text-warn", expired: "text-danger" };

// Said when the state changes; the seconds themselves would talk without end.
const SAID: Readonly<Record<Freshness, string>> = {
  fresh: "",
  soon: "The credentials expire in less than five minutes.",
  expired: "The credentials have expired.",
};

export function Countdown({ expiresAt, durationSeconds, clockOffsetMs }: CountdownProps) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const { freshness, remainingMs, text } = countdown(expiresAt, new Date(now + clockOffsetMs));
  return (
    <div className="min-w-40 flex-1">
      <p className={classNames("text-sm tabular-nums", LOOKS[freshness])}>
        {freshness === "expired" ? (
          <span className="font-medium">Expired. Get new ones to go on.</span>
        ) : (
          <>
            Expires in <span className="font-medium">{text}</span>
          </>
        )}
      </p>
      <progress
        aria-label="Time left"
        className="gauge mt-1.5 max-w-72"
        data-freshness={freshness}
        max={durationSeconds * 1000}
        value={Math.min(remainingMs, durationSeconds * 1000)}
      />
      <span role="status" className="sr-only">
        {SAID[freshness]}
      </span>
    </div>
  );
}
