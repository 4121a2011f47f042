"use client";
import { useState } from "react";
import type { Scope } from "#lib/session-policy/scope";
import { untilIn } from "./until-times";

const FIRST_SPAN_SECONDS = 3600;

/** A scope without one of its parts. */
function without(scope: Scope, part: keyof Scope): Scope {
  return Object.fromEntries(Object.entries(scope).filter(([name]) => name !== part));
}

export type ScopeDraft = {
  readonly isOn: (part: keyof Scope) => boolean;
  readonly toggle: (part: keyof Scope, isOn: boolean) => void;
  readonly set: (change: Partial<Scope>) => void;
};

/**
 * Switching a part off takes it out of the scope, and switching it on again brings back what was chosen or typed: nothing is
 * lost by trying.
 */
export function useScopeDraft(value: Scope, onChange: (scope: Scope) => void, region: string): ScopeDraft {
  const [last, setLast] = useState<Scope>({});
  const startOf = (part: keyof Scope): Scope => {
    if (part === "region") return { region: last.region ?? region };
    if (part === "services") return { services: last.services ?? [] };
    if (part === "until") return { until: untilIn(FIRST_SPAN_SECONDS, new Date()) };
    if (part === "custom") return { custom: last.custom ?? "" };
    return { [part]: true };
  };
  return {
    isOn: (part) => value[part] !== undefined && value[part] !== false,
    toggle: (part, isOn) => {
      setLast({ ...last, ...value });
      onChange(isOn ? { ...value, ...startOf(part) } : without(value, part));
    },
    set: (change) => onChange({ ...value, ...change }),
  };
}
