"use client";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useContext, useState } from "react";
import { partitionOfRegion } from "#lib/aws/partition";
import type { ScopeProblem } from "#lib/session-policy/scope-problem";
import type { RoleItem } from "../roles/role-view";
import { classNames } from "../ui/class-names";
import { Checkbox } from "../ui/field";
import { Skeleton } from "../ui/skeleton";
import { RequesterContext } from "./requester";
import type { SessionChoice } from "./session-choice";

const ScopePanel = lazy(() => import("../scope/scope-panel").then((module) => ({ default: module.ScopePanel })));

const NOTHING_FORCED = {};
const NO_ARNS: readonly string[] = [];

type ScopeSectionProps = {
  readonly id: string;
  readonly region: string;
  readonly role: RoleItem | null;
  readonly choice: SessionChoice;
  readonly onChange: (choice: SessionChoice) => void;
  readonly onProblem?: ((problem: ScopeProblem | null) => void) | undefined;
  readonly startsOpen?: boolean;
};

/** Takes less than the role allows. Closed until somebody wants it, or a scope is there already. */
export function ScopeSection({ id, region, role, choice, onChange, onProblem, startsOpen = false }: ScopeSectionProps) {
  const t = useTranslations("sessionOptions");
  const requester = useContext(RequesterContext);
  const asks = role?.asks ?? null;
  const [isOpen, setIsOpen] = useState(startsOpen || asks?.forced != null || asks?.remembered != null);
  const [policy, policyArns] = [asks?.policy ?? null, asks?.policyArns ?? NO_ARNS];
  return (
    <div className="min-w-0">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={`${id}-scope`}
        onClick={() => setIsOpen(!isOpen)}
        className="inline-flex items-center gap-1 rounded-sm py-1 font-medium text-sm text-soft hover:text-ink"
      >
        <ChevronRight aria-hidden className={classNames("size-3.5 transition-transform", isOpen && "rotate-90")} />
        {t("narrow")}
      </button>
      <div id={`${id}-scope`} hidden={!isOpen}>
        {isOpen ? (
          <Suspense fallback={<Skeleton className="mt-1 h-72" />}>
            <div className="mt-1 flex flex-col gap-2">
              <ScopePanel
                value={choice.scope}
                onChange={(scope) => onChange({ ...choice, scope })}
                forced={asks?.forced ?? NOTHING_FORCED}
                role={{
                  partition: partitionOfRegion(region),
                  region,
                  hasOwnPolicy: policy !== null || policyArns.length > 0,
                  policy,
                  policyArns,
                }}
                address={requester.address}
                allowPrivate={requester.allowPrivate}
                idPrefix={`${id}-scope`}
                {...(onProblem === undefined ? {} : { onProblem })}
              />
              <Checkbox
                label={t("keep")}
                checked={choice.remember}
                onChange={(event) => onChange({ ...choice, remember: event.target.checked })}
              />
            </div>
          </Suspense>
        ) : null}
      </div>
    </div>
  );
}
