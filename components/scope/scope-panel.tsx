"use client";
import { useEffect } from "react";
import type { SessionTag } from "#lib/aws/session-tags";
import type { ForcedScope, Scope } from "#lib/session-policy/scope";
import type { ScopeProblem } from "#lib/session-policy/scope-problem";
import { Panel } from "../ui/panel";
import { PresetRows } from "./preset-rows";
import { ScopeFooter } from "./scope-footer";
import { type ScopePanelRole, useCompiledScope, usePackedEstimate } from "./use-compiled-scope";
import { useScopeDraft } from "./use-scope-draft";

type ScopePanelProps = {
  readonly value: Scope;
  readonly onChange: (scope: Scope) => void;
  readonly forced: ForcedScope;
  readonly role: ScopePanelRole;
  /** Of the person, as the portal sees it. */
  readonly address: string | null;
  /** They take room in the packed size. The same list at each render, or the estimate is made anew. */
  readonly tags?: readonly SessionTag[];
  /** When the credentials that are asked for would expire. */
  readonly sessionEndsAt?: Date;
  /** Told whenever it changes; null when the scope can be asked for. The same function at each render. */
  readonly onProblem?: (problem: ScopeProblem | null) => void;
  /** Takes an address that AWS never sees: for an AWS on the same machine. */
  readonly allowPrivate?: boolean;
  /** Makes the ids of the fields unique on the page. */
  readonly idPrefix: string;
};

const NO_TAGS: readonly SessionTag[] = [];

/** Takes less than the role allows: presets, one's own JSON, and what AWS would get of it. Import it lazily. */
export function ScopePanel(props: ScopePanelProps) {
  const { value, onChange, forced, role, address, tags = NO_TAGS, idPrefix, onProblem } = props;
  const draft = useScopeDraft(value, onChange, role.region);
  const compiled = useCompiledScope({
    ...{ value, forced, role, address },
    sessionEndsAt: props.sessionEndsAt ?? null,
    allowPrivate: props.allowPrivate === true,
  });
  const problem = compiled.ok ? null : compiled.error;
  const packedPercent = usePackedEstimate(compiled.ok ? compiled.value.policy : null, role.policyArns, tags);
  useEffect(() => onProblem?.(problem), [onProblem, problem]);
  return (
    <Panel className="min-w-0">
      <PresetRows {...{ idPrefix, value, forced, role, address, problem, draft }} />
      <ScopeFooter compiled={compiled} packedPercent={packedPercent} />
    </Panel>
  );
}
