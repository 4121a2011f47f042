"use client";
import { REGIONS } from "#lib/aws/region";
import type { SessionTag } from "#lib/aws/session-tags";
import { COMMONLY_READ } from "#lib/session-policy/read-actions";
import type { ForcedScope, Scope } from "#lib/session-policy/scope";
import { validatePolicy } from "#lib/session-policy/validate-policy";
import { Select } from "../ui/field";
import { Panel } from "../ui/panel";
import { CustomPolicy } from "./custom-policy";
import { PresetRow } from "./preset-row";
import { ScopeFooter } from "./scope-footer";
import { ServicePicker } from "./service-picker";
import { UntilPicker } from "./until-picker";
import { type ScopePanelRole, useCompiledScope, usePackedEstimate } from "./use-compiled-scope";
import { type ScopeDraft, useScopeDraft } from "./use-scope-draft";

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
  /** Takes an address that AWS never sees: for an AWS on the same machine. */
  readonly allowPrivate?: boolean;
  /** Makes the ids of the fields unique on the page. */
  readonly idPrefix: string;
};

const NO_TAGS: readonly SessionTag[] = [];

/** Takes less than the role allows: presets, one's own JSON, and what AWS would get of it. Import it lazily. */
export function ScopePanel(props: ScopePanelProps) {
  const { value, onChange, forced, role, address, tags = NO_TAGS, idPrefix } = props;
  const draft = useScopeDraft(value, onChange, role.region);
  const compiled = useCompiledScope({
    ...{ value, forced, role, address, tags },
    sessionEndsAt: props.sessionEndsAt ?? null,
    allowPrivate: props.allowPrivate === true,
  });
  const policy = compiled.ok ? compiled.value.policy : null;
  const packedPercent = usePackedEstimate(policy, role.policyArns, tags);
  const row = (part: keyof Scope) => ({
    id: `${idPrefix}-${part}`,
    isOn: draft.isOn(part),
    isForced: isForced(forced, part),
    problem: !compiled.ok && compiled.error.field === part ? compiled.error.message : null,
    onToggle: (isOn: boolean) => draft.toggle(part, isOn),
  });
  return (
    <Panel className="min-w-0">
      <fieldset className="min-w-0 divide-y divide-line">
        <legend className="sr-only">Take less than the role allows</legend>
        <PresetRow {...row("readOnly")} label="Read only" hint={readOnlyHint(value, forced)} />
        <PresetRow {...row("region")} label="One Region" hint="Global services, such as IAM and Route 53, stay open.">
          <RegionSelect id={`${idPrefix}-region-code`} value={value} forced={forced} role={role} draft={draft} />
        </PresetRow>
        <PresetRow
          {...row("services")}
          label="Only these services"
          hint={servicesHint(forced)}
          problem={findNoneChosen(value)}
        >
          <ServicePicker
            id={`${idPrefix}-services`}
            chosen={value.services ?? []}
            allowed={forced.services ?? null}
            onChange={(services) => draft.set({ services })}
          />
        </PresetRow>
        <PresetRow
          {...row("noIam")}
          label="No IAM or Organizations"
          hint="Nor account settings and Identity Center, nor passing a role to a service."
        />
        <PresetRow {...row("until")} label="Only until" hint="AWS refuses everything after that time.">
          <UntilPicker
            id={`${idPrefix}-until`}
            until={value.until ?? ""}
            hasProblem={row("until").problem !== null}
            onChange={(until) => draft.set({ until })}
          />
        </PresetRow>
        <PresetRow
          {...row("myAddress")}
          label={addressLabel(address)}
          hint="AWS refuses requests from anywhere else."
        />
        <CustomRow {...row("custom")} text={value.custom ?? ""} role={role} draft={draft} />
      </fieldset>
      <ScopeFooter compiled={compiled} packedPercent={packedPercent} />
    </Panel>
  );
}

function isForced(forced: ForcedScope, part: keyof Scope): boolean {
  if (part === "custom" || part === "until") return false;
  const value = forced[part];
  return value !== undefined && value !== false && (typeof value !== "object" || value.length > 0);
}

const addressLabel = (address: string | null): string =>
  address === null ? "Only from my address" : `Only from my address ${address}`;

function readOnlyHint(value: Scope, forced: ForcedScope): string {
  const hasServices = (value.services ?? forced.services ?? []).length > 0;
  const where = hasServices
    ? "Of the chosen services."
    : `Of ${COMMONLY_READ.length} common services; choose others below.`;
  return `${where} Secrets and what KMS encrypts stay closed.`;
}

/** An empty list narrows nothing, which whoever switched it on should know. */
function findNoneChosen({ services }: Scope): string | null {
  return services?.length === 0 ? "Choose at least one: none changes nothing." : null;
}

function servicesHint(forced: ForcedScope): string {
  if ((forced.services ?? []).length > 0) return "All of these; press some to take only those.";
  return "With kms, if you need what is encrypted under a KMS key.";
}

type Choice = {
  readonly value: Scope;
  readonly forced: ForcedScope;
  readonly role: ScopePanelRole;
  readonly draft: ScopeDraft;
};

function RegionSelect({ id, value, forced, role, draft }: Choice & { readonly id: string }) {
  const regions = REGIONS[role.partition];
  const chosen = forced.region ?? value.region ?? role.region;
  return (
    <Select
      id={id}
      aria-label="Region"
      className="max-w-80"
      disabled={forced.region !== undefined}
      value={chosen}
      onChange={(event) => draft.set({ region: event.target.value })}
    >
      {regions.some(({ code }) => code === chosen) ? null : <option value={chosen}>{chosen}</option>}
      {regions.map(({ code, name }) => (
        <option key={code} value={code}>
          {code} · {name}
        </option>
      ))}
    </Select>
  );
}

type CustomRowProps = {
  readonly id: string;
  readonly isOn: boolean;
  readonly isForced: boolean;
  readonly problem: string | null;
  readonly onToggle: (isOn: boolean) => void;
  readonly text: string;
  readonly role: ScopePanelRole;
  readonly draft: ScopeDraft;
};

/** What is wrong with the JSON stands under the editor, line by line; only what has no line stands in the row itself. */
function CustomRow({ text, role, draft, problem, ...row }: CustomRowProps) {
  const validation = validatePolicy(text, role.partition);
  const isListed = text.trim() !== "" && validation.problems.length > 0;
  return (
    <PresetRow
      {...row}
      label="My own policy"
      hint="JSON that allows what you need; the role's own limits stay."
      blocked={
        role.hasOwnPolicy ? "This role has session policies of its own, and another one would widen them." : null
      }
      problem={row.isOn && text.trim() === "" ? "Nothing here yet, so it changes nothing." : isListed ? null : problem}
    >
      <CustomPolicy id={row.id} text={text} validation={validation} onChange={(custom) => draft.set({ custom })} />
    </PresetRow>
  );
}
