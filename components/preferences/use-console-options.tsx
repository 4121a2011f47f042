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

/** What the two buttons of a role share: how it is to be used, and the fields for that when they are asked for. */
export function useConsoleOptions({ account, role }: AccountRole, durationSeconds: number | null): ConsoleOptions {
  const formId = useId();
  const [showsOptions, setShowsOptions] = useState(false);
  const [choice, setChoice] = useState(() => ({ ...firstChoice(role), durationSeconds }));
  const options = showsOptions ? (
    <Suspense>
      <RoleOptions formId={formId} account={account} role={role} choice={choice} onChange={setChoice} />
    </Suspense>
  ) : null;
  return { formId, choice, showsOptions, toggle: () => setShowsOptions(!showsOptions), options };
}
