import { useTranslations } from "next-intl";
import { FIELDS, type SetUpQuery } from "#lib/trust/set-up/query";
import { Button } from "../../ui/button";
import { classNames } from "../../ui/class-names";
import { Checkbox, Field, fieldClass, Input, Select } from "../../ui/field";
import type { AccountChoice, ChosenSetUp } from "./set-up-view";
import { SubmittingForm } from "./submitting-form";

type SetUpFormProps = {
  readonly query: SetUpQuery;
  readonly accounts: readonly AccountChoice[];
  readonly chosen: ChosenSetUp;
};

/** What is to be written: the account, its roles, the conditions, and what only an administrator knows. */
export function SetUpForm({ query, accounts, chosen }: SetUpFormProps) {
  const t = useTranslations("setUp.form");
  return (
    <SubmittingForm action="/admin/set-up">
      <input type="hidden" name={FIELDS.sent} value="1" />
      <input type="hidden" name={FIELDS.format} value={query.format} />
      <Field id="set-up-account" label={t("account")}>
        <Select id="set-up-account" name={FIELDS.account} defaultValue={chosen.accountId} key={chosen.accountId}>
          {accounts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} ({id})
            </option>
          ))}
        </Select>
      </Field>
      <RoleChoice query={query} chosen={chosen} />
      <Conditions query={query} />
      <FurtherFacts query={query} chosen={chosen} />
      <Button type="submit" className="self-start">
        {t("submit")}
      </Button>
    </SubmittingForm>
  );
}

function RoleChoice({ query, chosen }: Pick<SetUpFormProps, "query" | "chosen">) {
  const t = useTranslations("setUp.form");
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 font-medium text-soft text-xs">{t("roles")}</legend>
      {chosen.roles.map(({ name, via }) => (
        <div key={`${chosen.accountId}/${name}`} className="flex items-center justify-between gap-x-3">
          <Checkbox name={FIELDS.role} value={name} label={name} defaultChecked={query.roleNames.includes(name)} />
          <code className="shrink-0 text-faint text-xs">{via}</code>
        </div>
      ))}
      <p className="mt-1 text-faint text-xs">{t("rolesHint")}</p>
    </fieldset>
  );
}

function Conditions({ query }: { query: SetUpQuery }) {
  const t = useTranslations("setUp.form");
  return (
    <fieldset className="flex flex-col">
      <legend className="mb-1 font-medium text-soft text-xs">{t("conditions")}</legend>
      <Checkbox name={FIELDS.narrow} value="1" label={t("narrow")} defaultChecked={query.narrowSubjects} />
      <Checkbox name={FIELDS.source} value="1" label={t("source")} defaultChecked={query.requireSourceIdentity} />
      <p className="mt-1 text-faint text-xs">{t("conditionsHint")}</p>
    </fieldset>
  );
}

function FurtherFacts({ query, chosen }: Pick<SetUpFormProps, "query" | "chosen">) {
  const t = useTranslations("setUp");
  const vias = new Set(chosen.roles.filter(({ isChosen }) => isChosen).map(({ via }) => via));
  const problem = chosen.principalProblem;
  return (
    <>
      {vias.has("assume-role") ? (
        <Field
          id="set-up-principal"
          label={t("form.principal")}
          hint={problem === null ? t("form.principalHint") : t(`principal.${problem}`)}
        >
          <Input
            id="set-up-principal"
            name={FIELDS.principal}
            defaultValue={query.principalArn}
            aria-describedby="set-up-principal-hint"
            aria-invalid={problem !== null}
            autoComplete="off"
            spellCheck={false}
            placeholder="arn:aws:iam::111122223333:role/Gatehouse"
          />
        </Field>
      ) : null}
      {vias.has("idp-oidc") ? (
        <Field id="set-up-subjects" label={t("form.subjects")} hint={t("form.subjectsHint")}>
          <textarea
            id="set-up-subjects"
            name={FIELDS.subjects}
            defaultValue={query.subjects.join("\n")}
            aria-describedby="set-up-subjects-hint"
            spellCheck={false}
            rows={3}
            className={classNames(fieldClass, "h-auto py-1.5 font-mono pointer-coarse:h-auto")}
          />
        </Field>
      ) : null}
    </>
  );
}
