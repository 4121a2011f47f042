import { useTranslations } from "next-intl";
import { COMMONLY_READ } from "#lib/session-policy/read-actions";
import type { ForcedScope, Scope } from "#lib/session-policy/scope";
import type { ScopeProblem } from "#lib/session-policy/scope-problem";
import { validatePolicy } from "#lib/session-policy/validate-policy";
import { CustomPolicy } from "./custom-policy";
import { PresetRow } from "./preset-row";
import { hasServices, isForced } from "./preset-words";
import { RegionSelect } from "./region-select";
import { ServicePicker } from "./service-picker";
import { UntilPicker } from "./until-picker";
import type { ScopePanelRole } from "./use-compiled-scope";
import { usePhrase } from "./use-phrase";
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

function useRow({ idPrefix, forced, problem, draft }: Rows, part: keyof Scope) {
  const say = usePhrase();
  return {
    id: `${idPrefix}-${part}`,
    isOn: draft.isOn(part),
    isForced: isForced(forced, part),
    problem: problem?.field === part ? say(problem.message) : null,
    onToggle: (isOn: boolean) => draft.toggle(part, isOn),
  };
}

/** The ways to narrow a session, one a row. */
export function PresetRows(rows: Rows) {
  const t = useTranslations("scope");
  const { value, forced, address } = rows;
  const readOnlyHint = hasServices(value, forced)
    ? t("readOnlyChosen")
    : t("readOnlyCommon", { count: COMMONLY_READ.length });
  return (
    <fieldset className="min-w-0 divide-y divide-line">
      <legend className="sr-only">{t("title")}</legend>
      <PresetRow {...useRow(rows, "readOnly")} label={t("readOnly")} hint={readOnlyHint} />
      <RegionRow {...rows} />
      <ServicesRow {...rows} />
      <PresetRow {...useRow(rows, "noIam")} label={t("noIam")} hint={t("noIamHint")} />
      <UntilRow {...rows} />
      <PresetRow
        {...useRow(rows, "myAddress")}
        label={address === null ? t("myAddress") : t("myAddressIs", { address })}
        hint={t("myAddressHint")}
      />
      <CustomRow {...rows} />
    </fieldset>
  );
}

function RegionRow(rows: Rows) {
  const t = useTranslations("scope");
  const row = useRow(rows, "region");
  return (
    <PresetRow {...row} label={t("region")} hint={t("regionHint")}>
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
  const t = useTranslations("scope");
  const row = useRow(rows, "services");
  return (
    <PresetRow
      {...row}
      label={t("services")}
      hint={t(row.isForced ? "servicesForced" : "servicesHint")}
      problem={!row.isForced && value.services?.length === 0 ? t("noneChosen") : null}
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
  const t = useTranslations("scope");
  const row = useRow(rows, "until");
  return (
    <PresetRow {...row} label={t("until")} hint={t("untilHint")}>
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
  const t = useTranslations("scope");
  const row = useRow(rows, "custom");
  const text = rows.value.custom ?? "";
  const isEmpty = text.trim() === "";
  const validation = validatePolicy(text, rows.role.partition);
  const isListed = !isEmpty && validation.problems.length > 0 && row.problem !== null;
  const nothingYet = row.isOn && isEmpty ? t("nothingYet") : null;
  return (
    <PresetRow
      {...row}
      label={t("custom")}
      hint={t("customHint")}
      blocked={rows.role.hasOwnPolicy ? t("ownPolicy") : null}
      problem={nothingYet ?? (isListed ? null : row.problem)}
    >
      <CustomPolicy id={row.id} text={text} validation={validation} onChange={(custom) => rows.draft.set({ custom })} />
    </PresetRow>
  );
}
