"use client";
import { useTranslations } from "next-intl";
import { lazy, type RefObject, Suspense } from "react";
import { ProblemView } from "../errors/problem-view";
import { CheckedField, describedBy } from "../iam-user/checked-field";
import { Button } from "../ui/button";
import { Checkbox, Input, Select } from "../ui/field";
import { Notice } from "../ui/notice";
import { Panel } from "../ui/panel";
import { Spinner } from "../ui/spinner";
import { useDurationText } from "../ui/use-duration-text";
import { type Lease, type LeaseOffer, longestUnused } from "./lease";
import { listLives } from "./lives";
import { RoleCombobox } from "./role-combobox";
import { type LeaseFormState, useLeaseForm } from "./use-lease-form";

const MadeDialog = lazy(() => import("./made-dialog").then((module) => ({ default: module.MadeDialog })));

type LeaseFormProps = { readonly offer: LeaseOffer; readonly leases: readonly Lease[] };

/** From a role and a name to a lease, whose token is shown once. */
export function LeaseForm({ offer, leases }: LeaseFormProps) {
  const t = useTranslations("leases");
  const state = useLeaseForm(offer);
  const isFull = leases.length >= offer.maxPerPerson;
  return (
    <Panel>
      {/* Fields without names and this method: a form sent before the page's script is there sends nothing anywhere. */}
      <form
        ref={state.form}
        method="dialog"
        noValidate
        autoComplete="off"
        onSubmit={state.submit}
        className="flex flex-col gap-4 p-4 sm:p-5"
      >
        <RoleField offer={offer} state={state} />
        {state.role?.reason === undefined ? null : <ReasonField state={state} asked={state.role.reason} />}
        <div className="grid gap-4 sm:grid-cols-2">
          <NameField state={state} />
          <LifeField offer={offer} state={state} />
        </div>
        <Checkbox
          label={t("readOnly")}
          checked={state.isReadOnly}
          onChange={(event) => state.setIsReadOnly(event.target.checked)}
        />
        {isFull ? <Full leases={leases} /> : null}
        {state.problem === null ? null : <ProblemView problem={state.problem} />}
        <SubmitRow button={state.button} isAsking={state.isAsking} isFull={isFull} />
      </form>
      {state.made === null ? null : (
        <Suspense>
          <MadeDialog made={state.made} returnFocusTo={state.button} onClose={state.close} />
        </Suspense>
      )}
    </Panel>
  );
}

function RoleField({ offer, state }: { offer: LeaseOffer; state: LeaseFormState }) {
  const t = useTranslations("leases");
  const hint = offer.unsuited === 0 ? undefined : t("unsuited", { count: offer.unsuited });
  const { role: problem } = state.problems;
  return (
    <CheckedField id="lease-role" label={t("role")} hint={hint} problem={problem}>
      <RoleCombobox
        id="lease-role"
        roles={offer.roles}
        value={state.role}
        onChange={state.setRole}
        describedBy={describedBy("lease-role", { hint, problem })}
      />
    </CheckedField>
  );
}

function NameField({ state }: { state: LeaseFormState }) {
  const t = useTranslations("leases");
  const [hint, problem] = [t("nameHint"), state.problems.name];
  return (
    <CheckedField id="lease-name" label={t("name")} hint={hint} problem={problem}>
      <Input
        id="lease-name"
        data-field="name"
        maxLength={60}
        value={state.name}
        onChange={(event) => state.setName(event.target.value)}
        placeholder={t("namePlaceholder")}
        {...describedBy("lease-name", { hint, problem })}
      />
    </CheckedField>
  );
}

function LifeField({ offer, state }: { offer: LeaseOffer; state: LeaseFormState }) {
  const t = useTranslations("leases");
  const durationText = useDurationText();
  const hint = t(offer.outlivesSession ? "lifeHintOutlives" : "lifeHint");
  const longest = durationText(offer.maxSeconds);
  return (
    <CheckedField id="lease-life" label={t("life")} hint={hint}>
      <Select
        id="lease-life"
        value={state.life ?? ""}
        onChange={(event) => state.setLife(event.target.value === "" ? null : Number(event.target.value))}
        {...describedBy("lease-life", { hint })}
      >
        {listLives(offer).map((seconds) => (
          <option key={seconds} value={seconds}>
            {durationText(seconds)}
          </option>
        ))}
        <option value="">{offer.endsWithSignIn ? t("untilSignIn", { duration: longest }) : longest}</option>
      </Select>
    </CheckedField>
  );
}

type Asked = NonNullable<LeaseOffer["roles"][number]["reason"]>;

function ReasonField({ state, asked }: { state: LeaseFormState; asked: Asked }) {
  const t = useTranslations("leases");
  const { label, required, pattern } = asked;
  const form = pattern === null ? "" : `${t("reasonForm", { pattern })} `;
  const [hint, problem] = [`${form}${t("reasonHint")}`, state.problems.reason];
  return (
    <CheckedField id="lease-reason" label={required ? label : t("optional", { label })} hint={hint} problem={problem}>
      <Input
        id="lease-reason"
        data-field="reason"
        maxLength={256}
        required={required}
        value={state.reason}
        onChange={(event) => state.setReason(event.target.value)}
        {...describedBy("lease-reason", { hint, problem })}
      />
    </CheckedField>
  );
}

function Full({ leases }: { leases: readonly Lease[] }) {
  const t = useTranslations("leases");
  const oldest = longestUnused(leases);
  return (
    <Notice tone="warn" title={t("full", { count: leases.length })}>
      {oldest === undefined ? null : t("fullHint", { name: oldest.name })}
    </Notice>
  );
}

type SubmitRowProps = {
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isAsking: boolean;
  readonly isFull: boolean;
};

function SubmitRow({ button, isAsking, isFull }: SubmitRowProps) {
  const t = useTranslations("leases");
  return (
    <div className="flex items-center gap-3">
      <Button ref={button} type="submit" variant="solid" size="large" aria-disabled={isAsking} disabled={isFull}>
        {t("makeLease")}
      </Button>
      <p role="status" className="flex items-center gap-2 text-sm text-soft">
        {isAsking ? (
          <>
            <Spinner />
            {t("making")}
          </>
        ) : null}
      </p>
    </div>
  );
}
