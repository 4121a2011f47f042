"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { listPlaceholders } from "#lib/aws-config/name-template";
import { type ConfigOffer, listLabelKeys } from "#lib/aws-config/plan-config";
import { CheckedField, describedBy } from "../iam-user/checked-field";
import { NO_AUTOFILL } from "../iam-user/no-autofill";
import { Checkbox, Input, Select } from "../ui/field";
import { Panel } from "../ui/panel";
import { listPresets } from "./name-presets";
import { PlanNotes } from "./plan-notes";
import type { Config } from "./use-config";
import { useProblemText } from "./use-problem-text";

type FieldProps = { readonly offer: ConfigOffer; readonly config: Config };

/** Which roles, under which names, by which sign-in. */
export function ChoiceFields(props: FieldProps) {
  const t = useTranslations("cliConfig");
  return (
    <Panel className="flex flex-col gap-5 p-4 sm:p-5">
      <h2 className="text-base">{t("choices")}</h2>
      <RolesField {...props} />
      <NameFields {...props} />
      <SessionField {...props} />
      {props.config.plan === null ? null : (
        <PlanNotes plan={props.config.plan} browserOnly={props.offer.browserOnly.length} />
      )}
    </Panel>
  );
}

const ROLES = ["all", "starred"] as const;

function RolesField({ offer, config: { choices, choose } }: FieldProps) {
  const t = useTranslations("cliConfig");
  const name = useId();
  const all = offer.accounts.reduce((sum, { roleNames }) => sum + roleNames.length, 0);
  const counts = { all, starred: offer.starred.length };
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft text-xs">{t("roles")}</legend>
      <div className="flex flex-wrap gap-x-5">
        {ROLES.map((roles) => (
          <label key={roles} className="inline-flex min-h-8 items-center gap-2 text-sm pointer-coarse:min-h-10">
            <input
              type="radio"
              name={name}
              className="size-4 accent-accent"
              checked={choices?.roles === roles}
              onChange={() => choose({ roles })}
            />
            {t(roles, { count: counts[roles] })}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function NameFields(props: FieldProps) {
  const { offer, config } = props;
  const t = useTranslations("cliConfig");
  const problemText = useProblemText();
  const id = useId();
  const { choices, choose, problem } = config;
  const wrong = problem === null || problem.code === "session_invalid" ? undefined : problemText(problem);
  const placeholders = listPlaceholders(listLabelKeys(offer).slice(0, 4)).join(" ");
  const hint = t("namesHint", { placeholders });
  return (
    <div className="flex flex-col gap-3">
      <PresetField {...props} />
      <CheckedField id={id} label={t("template")} hint={<Placeholders>{hint}</Placeholders>} problem={wrong}>
        <Input
          id={id}
          className="font-mono"
          value={choices?.names ?? ""}
          onChange={(event) => choose({ names: event.target.value })}
          {...describedBy(id, { hint, problem: wrong })}
          {...NO_AUTOFILL}
        />
      </CheckedField>
      <Checkbox
        label={t("lower")}
        checked={choices?.letters === "lower"}
        onChange={(event) => choose({ letters: event.target.checked ? "lower" : "as-is" })}
      />
      <Examples config={config} />
    </div>
  );
}

const Placeholders = ({ children }: { children: ReactNode }) => (
  <span className="[overflow-wrap:anywhere]">{children}</span>
);

function PresetField({ offer, config: { choices, choose } }: FieldProps) {
  const t = useTranslations("cliConfig");
  const id = useId();
  const presets = listPresets(listLabelKeys(offer));
  const chosen = presets.find(({ template }) => template === choices?.names);
  return (
    <CheckedField id={id} label={t("names")}>
      <Select
        id={id}
        value={chosen?.template ?? ""}
        onChange={(event) => (event.target.value === "" ? undefined : choose({ names: event.target.value }))}
      >
        {presets.map(({ template, name, label }) => (
          <option key={template} value={template}>
            {t(`presets.${name}`, { label })}
          </option>
        ))}
        {chosen === undefined ? <option value="">{t("presets.own")}</option> : null}
      </Select>
    </CheckedField>
  );
}

/** The first, the one in the middle and the last. */
function Examples({ config: { plan } }: { config: Config }) {
  const t = useTranslations("cliConfig");
  const names = plan?.profiles.map(({ name }) => name) ?? [];
  const shown = new Set([names[0], names[names.length >> 1], names.at(-1)].filter((name) => name !== undefined));
  return (
    <div className="rounded-md bg-sunken px-3 py-2">
      <p className="text-faint text-xs">{t("examples")}</p>
      <ul aria-live="polite" className="mt-0.5 font-mono text-xs leading-5">
        {[...shown].map((name) => (
          <li key={name} className="[overflow-wrap:anywhere]">
            {name}
          </li>
        ))}
        {shown.size === 0 ? <li className="text-faint">{t("noExamples")}</li> : null}
      </ul>
    </div>
  );
}

function SessionField({ config: { choices, choose, problem } }: FieldProps) {
  const t = useTranslations("cliConfig");
  const problemText = useProblemText();
  const id = useId();
  const wrong = problem?.code === "session_invalid" ? problemText(problem) : undefined;
  const hint = t("sessionHint");
  return (
    <CheckedField id={id} label={t("session")} hint={hint} problem={wrong}>
      <Input
        id={id}
        className="font-mono"
        value={choices?.session ?? ""}
        onChange={(event) => choose({ session: event.target.value })}
        {...describedBy(id, { hint, problem: wrong })}
        {...NO_AUTOFILL}
      />
    </CheckedField>
  );
}
