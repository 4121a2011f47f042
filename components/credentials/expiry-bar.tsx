"use client";
import { ListFilter, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { RoleItem } from "../roles/role-view";
import { ScopeSummary } from "../scope/scope-summary";
import { useLimitText } from "../session-options/use-limit-text";
import { Button } from "../ui/button";
import { Select } from "../ui/field";
import { useDurationText } from "../ui/use-duration-text";
import { Countdown } from "./countdown-view";
import { listDurationChoices } from "./duration-choices";
import type { IssuedCredentials } from "./parse-reply";

type ExpiryBarProps = {
  readonly issued: IssuedCredentials;
  readonly clockOffsetMs: number;
  /** Null when the role is no longer among those the page knows: then it can be renewed, not changed. */
  readonly role: RoleItem | null;
  readonly onAskAgain: (durationSeconds?: number) => void;
  readonly onChange: (() => void) | null;
};

/** How long the credentials hold, and new ones for as long as somebody wants. */
export function ExpiryBar({ issued, clockOffsetMs, role, onAskAgain, onChange }: ExpiryBarProps) {
  const t = useTranslations("credentials");
  const [durationText, limitText] = [useDurationText(), useLimitText()];
  const id = useId();
  const [seconds, setSeconds] = useState(issued.durationSeconds);
  const maxSeconds = role?.maxDurationSeconds ?? issued.durationSeconds;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 border-line border-b px-4 py-3 sm:px-5">
      <Countdown
        expiresAt={new Date(issued.credentials.expiresAt)}
        durationSeconds={issued.durationSeconds}
        clockOffsetMs={clockOffsetMs}
      />
      <div className="flex min-w-0 items-center gap-2 max-sm:w-full">
        <label htmlFor={id} className="text-soft text-xs">
          {t("duration")}
        </label>
        <Select
          id={id}
          aria-describedby={role === null ? undefined : `${id}-limit`}
          value={seconds}
          onChange={(event) => setSeconds(Number(event.target.value))}
          className="sm:w-32"
        >
          {listDurationChoices(maxSeconds, issued.durationSeconds).map((choice) => (
            <option key={choice} value={choice}>
              {durationText(choice)}
            </option>
          ))}
        </Select>
        <Button onClick={() => onAskAgain(seconds)}>
          <RotateCw aria-hidden className="size-3.5 text-faint" />
          <span>{t.rich("getNew", { hidden: (words) => <span className="sr-only">{words}</span> })}</span>
        </Button>
        {onChange === null ? null : (
          <Button onClick={onChange}>
            <ListFilter aria-hidden className="size-3.5 text-faint" />
            {t("narrow")}
          </Button>
        )}
      </div>
      <div className="-mt-1.5 flex w-full flex-wrap items-center justify-between gap-x-6 gap-y-1 empty:hidden">
        <ScopeSummary presets={issued.presets} />
        {role === null ? null : (
          <p id={`${id}-limit`} className="ml-auto text-faint text-xs max-sm:ml-0">
            {limitText(role)}
          </p>
        )}
      </div>
    </div>
  );
}
