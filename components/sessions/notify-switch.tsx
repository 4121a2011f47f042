"use client";
import { Bell, BellOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { chooseNotify, type NotifyState, readNotifyState, watchNotifyState } from "./notify-choice";

const unknown = (): NotifyState | null => null;

/** Turns notifications of this browser on and off. The browser is asked for its permission by the click, never before. */
export function NotifySwitch() {
  const t = useTranslations("sessions");
  const state = useSyncExternalStore<NotifyState | null>(watchNotifyState, readNotifyState, unknown);
  const isOn = state === "on";
  const Icon = isOn ? Bell : BellOff;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3">
      <p className="flex min-w-0 items-center gap-2.5 text-sm">
        <Icon aria-hidden className="size-4 shrink-0 text-faint" />
        <span role="status">{state === null ? t("notify.off") : t(`notify.${state}`)}</span>
      </p>
      {state === "on" || state === "off" ? (
        <Button size="small" aria-pressed={isOn} onClick={() => void chooseNotify(!isOn)}>
          {t("notify.label")}
        </Button>
      ) : null}
    </div>
  );
}
