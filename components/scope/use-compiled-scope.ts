"use client";
import { useEffect, useMemo, useState } from "react";
import type { Partition } from "#lib/aws/partition";
import type { SessionTag } from "#lib/aws/session-tags";
import type { Result } from "#lib/result";
import { type CompiledScope, compileScope } from "#lib/session-policy/compile-scope";
import { estimatePackedPercent } from "#lib/session-policy/estimate-packed-size";
import type { ForcedScope, Scope } from "#lib/session-policy/scope";
import type { ScopeProblem } from "#lib/session-policy/scope-problem";

/** What the panel has to know of a role. */
export type ScopePanelRole = {
  readonly partition: Partition;
  /** Offered first among the Regions. */
  readonly region: string;
  /** Whether the configuration gives session policies; custom JSON is not offered then. */
  readonly hasOwnPolicy: boolean;
  readonly policy: string | null;
  readonly policyArns: readonly string[];
};

export type ScopeInput = {
  readonly value: Scope;
  readonly forced: ForcedScope;
  readonly role: ScopePanelRole;
  readonly address: string | null;
  readonly sessionEndsAt: Date | null;
  readonly allowPrivate: boolean;
};

const TICK_MS = 15_000;

/** The time, every quarter of a minute: a scope may end while somebody looks at it. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The policy that the server would write for this scope, or why it would not. */
export function useCompiledScope(input: ScopeInput): Result<CompiledScope, ScopeProblem> {
  const { value, forced, role, address, sessionEndsAt, allowPrivate } = input;
  const now = useNow();
  return useMemo(() => {
    const end = sessionEndsAt === null ? {} : { sessionEndsAt };
    return compileScope(value, forced, role, { now, address, allowPrivate, ...end });
  }, [value, forced, role, address, sessionEndsAt, allowPrivate, now]);
}

/** An estimate, a moment later; null until it is there. */
export function usePackedEstimate(
  policy: string | null,
  policyArns: readonly string[],
  tags: readonly SessionTag[],
): number | null {
  const [percent, setPercent] = useState<number | null>(null);
  useEffect(() => {
    let isCurrent = true;
    estimatePackedPercent({ policy, policyArns, tags }).then(
      (estimate) => isCurrent && setPercent(estimate),
      // An old browser without CompressionStream: there is no estimate then, and AWS has the last word.
      () => isCurrent && setPercent(null),
    );
    return () => {
      isCurrent = false;
    };
  }, [policy, policyArns, tags]);
  return percent;
}
