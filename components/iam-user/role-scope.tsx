"use client";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useCallback, useEffect, useId, useMemo, useState } from "react";
import { isUnscoped } from "#lib/session-policy/is-unscoped";
import type { ScopeProblem } from "#lib/session-policy/scope-problem";
import { classNames } from "../ui/class-names";
import { Skeleton } from "../ui/skeleton";
import type { SessionFieldsProps } from "./session-fields";
import type { OfferedRole } from "./session-offer";

const ScopePanel = lazy(() => import("../scope/scope-panel").then((module) => ({ default: module.ScopePanel })));

type RoleScopeProps = SessionFieldsProps & { readonly role: OfferedRole };

/** Less than the role allows, for this session. What an administrator forces on the role stands there from the start. */
export function RoleScope({ role, offer, choices, problems, setScope, onScopeProblem }: RoleScopeProps) {
  const t = useTranslations("sessionOptions");
  const id = useId();
  const { partition, region, policy, policyArns } = role;
  const [isOpen, setIsOpen] = useState(!isUnscoped(role.forcedScope));
  const { durationSeconds } = choices;
  const sessionEndsAt = useMemo(() => new Date(Date.now() + durationSeconds * 1000), [durationSeconds]);
  const onProblem = useCallback(
    (problem: ScopeProblem | null) => onScopeProblem(problem?.message ?? null),
    [onScopeProblem],
  );
  useEffect(() => () => onScopeProblem(null), [onScopeProblem]);
  const panelRole = useMemo(
    () => ({ partition, region, policy, policyArns, hasOwnPolicy: policy !== null || policyArns.length > 0 }),
    [partition, region, policy, policyArns],
  );
  return (
    <div className="flex min-w-0 flex-col gap-2 sm:col-span-2">
      <button
        type="button"
        data-field="scope"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        className="-ml-1 inline-flex items-center gap-1 self-start rounded-sm px-0.5 text-sm text-soft hover:text-ink"
      >
        <ChevronRight
          aria-hidden
          className={classNames("size-4 text-faint transition-transform", isOpen && "rotate-90")}
        />
        {t("narrow")}
      </button>
      {problems.scope === undefined ? null : (
        <p role="alert" className="text-danger text-xs">
          {problems.scope}
        </p>
      )}
      {isOpen ? (
        <div id={id}>
          <Suspense fallback={<Skeleton className="h-64 w-full" />}>
            <ScopePanel
              value={choices.scope}
              onChange={setScope}
              forced={role.forcedScope}
              role={panelRole}
              address={offer.address}
              tags={role.tags}
              sessionEndsAt={sessionEndsAt}
              onProblem={onProblem}
              allowPrivate={offer.allowsPrivateAddress}
              idPrefix={id}
            />
          </Suspense>
        </div>
      ) : null}
    </div>
  );
}
