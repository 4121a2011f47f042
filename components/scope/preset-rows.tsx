import type { ForcedScope, Scope } from "#lib/session-policy/scope";
import type { ScopeProblem } from "#lib/session-policy/scope-problem";
import { validatePolicy } from "#lib/session-policy/validate-policy";
import { CustomPolicy } from "./custom-policy";
import { PresetRow } from "./preset-row";
import { describeAddress, describeReadOnly, describeServices, findNoneChosen, isForced } from "./preset-words";
import { RegionSelect } from "./region-select";
import { ServicePicker } from "./service-picker";
import { UntilPicker } from "./until-picker";
import type { ScopePanelRole } from "./use-compiled-scope";
import type { ScopeDraft } from "./use-scope-draft";

/** What every row is made from. */
type Rows = {
  readonly idPrefix: string;
  readonly value: Scope;
  readonly forced: ForcedScope;
  readonly role: ScopePanelRole;
  readonly address: string | null;
  readonly problem: ScopeProblem | null;
  readonly draft: ScopeDraft;
};

function rowOf({ idPrefix, forced, problem, draft }: Rows, part: keyof Scope) {
  return {
    id: `${idPrefix}-${part}`,
    isOn: draft.isOn(part),
    isForced: isForced(forced, part),
    problem: problem?.field === part ? problem.message : null,
    onToggle: (isOn: boolean) => draft.toggle(part, isOn),
  };
}

/** The ways to narrow a session, one a row. */
export function PresetRows(rows: Rows) {
  const { value, forced, address } = rows;
  return (
    <fieldset className="min-w-0 divide-y divide-line">
      <legend className="sr-only">Take less than the role allows</legend>
      <PresetRow {...rowOf(rows, "readOnly")} label="Read only" hint={describeReadOnly(value, forced)} />
      <RegionRow {...rows} />
      <ServicesRow {...rows} />
      <PresetRow
        {...rowOf(rows, "noIam")}
        label="No IAM or Organizations"
        hint="Nor Identity Center, nor passing roles to services."
      />
      <UntilRow {...rows} />
      <PresetRow
        {...rowOf(rows, "myAddress")}
        label={describeAddress(address)}
        hint="AWS refuses requests from anywhere else."
      />
      <CustomRow {...rows} />
    </fieldset>
  );
}

function RegionRow(rows: Rows) {
  const row = rowOf(rows, "region");
  return (
    <PresetRow {...row} label="One Region" hint="Global services such as IAM and Route 53 stay open.">
      <RegionSelect
        id={`${row.id}-code`}
        partition={rows.role.partition}
        chosen={rows.value.region ?? null}
        forced={rows.forced.region ?? null}
        fallback={rows.role.region}
        onChange={(region) => rows.draft.set({ region })}
        onDrop={() => row.onToggle(false)}
      />
    </PresetRow>
  );
}

function ServicesRow(rows: Rows) {
  const { value, forced, draft } = rows;
  const row = rowOf(rows, "services");
  return (
    <PresetRow
      {...row}
      label="Only these services"
      hint={describeServices(forced)}
      problem={row.isForced ? null : findNoneChosen(value)}
    >
      <ServicePicker
        id={row.id}
        chosen={value.services ?? []}
        allowed={row.isForced ? (forced.services ?? null) : null}
        onChange={(services) => draft.set({ services })}
      />
    </PresetRow>
  );
}

function UntilRow(rows: Rows) {
  const row = rowOf(rows, "until");
  return (
    <PresetRow {...row} label="Only until" hint="AWS refuses everything after that time.">
      <UntilPicker
        id={row.id}
        until={rows.value.until ?? ""}
        hasProblem={row.problem !== null}
        onChange={(until) => rows.draft.set({ until })}
      />
    </PresetRow>
  );
}

/** What is wrong with the JSON stands under the editor, line by line; only what has no line stands in the row itself. */
function CustomRow(rows: Rows) {
  const row = rowOf(rows, "custom");
  const text = rows.value.custom ?? "";
  const isEmpty = text.trim() === "";
  const validation = validatePolicy(text, rows.role.partition);
  const isListed = !isEmpty && validation.problems.length > 0 && row.problem !== null;
  const nothingYet = row.isOn && isEmpty ? "Nothing here yet, so it changes nothing." : null;
  const ownPolicy = "This role has session policies of its own, and another one would widen them.";
  return (
    <PresetRow
      {...row}
      label="My own policy"
      hint="JSON that allows what you need; the role's own limits stay."
      blocked={rows.role.hasOwnPolicy ? ownPolicy : null}
      problem={nothingYet ?? (isListed ? null : row.problem)}
    >
      <CustomPolicy id={row.id} text={text} validation={validation} onChange={(custom) => rows.draft.set({ custom })} />
    </PresetRow>
  );
}
