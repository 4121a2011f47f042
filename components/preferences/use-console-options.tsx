"use client";
import { lazy, type ReactNode, Suspense, useId, useState } from "react";
import type { AccountRole } from "../roles/role-view";
import { firstChoice, type SessionChoice } from "../session-options/session-choice";

const RoleOptions = lazy(() => import("../roles/role-options").then((module) => ({ default: module.RoleOptions })));

type ConsoleOptions = {
  readonly formId: string;
  readonly choice: SessionChoice;
  readonly showsOptions: boolean;
  readonly toggle: () => void;
  readonly options: ReactNode;
};

/**
 * What the two buttons of a role share: how it is to be used, and the fields for that when they are asked for. They are an
 * item of the list on their own, below the row of what was pressed: that stays where the hand is.
 */
export function useConsoleOptions({ account, role }: AccountRole, durationSeconds: number | null): ConsoleOptions {
  const formId = useId();
  const [showsOptions, setShowsOptions] = useState(false);
  const [choice, setChoice] = useState(() => ({ ...firstChoice(role), durationSeconds }));
  const options = showsOptions ? (
    <li data-options className="col-span-full w-full rounded-lg border border-line bg-surface px-3 pt-0.5 pb-3">
      <Suspense fallback={<div className="h-52" />}>
        <RoleOptions formId={formId} account={account} role={role} choice={choice} onChange={setChoice} />
      </Suspense>
    </li>
  ) : null;
  return { formId, choice, showsOptions, toggle: () => setShowsOptions(!showsOptions), options };
}
