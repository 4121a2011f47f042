"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { accountOfAddress, withoutSessionHost } from "#lib/aws/console-address";
import { ButtonLink } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Field, Input } from "../ui/field";
import { buildGoPath } from "./go-address";

export type LinkableAccount = {
  readonly accountId: string;
  readonly accountName: string;
  readonly roleNames: readonly string[];
};

type Draft = {
  readonly account: string;
  readonly role: string;
  readonly region: string;
  readonly destination: string;
};

type LinkFormProps = {
  readonly portalUrl: string;
  readonly accounts: readonly LinkableAccount[];
  readonly first: Draft;
};

/** A pasted address may tell its account; the session in its host is of no use to others. */
function withDestination(draft: Draft, text: string): Draft {
  const address = text.trim();
  const account = draft.account === "" ? (accountOfAddress(address) ?? "") : draft.account;
  return { ...draft, account, destination: withoutSessionHost(address) };
}

const findAccount = (accounts: readonly LinkableAccount[], text: string) =>
  accounts.find(({ accountId, accountName }) => accountId === text || accountName === text);

/** What the link is to say. Any name may be typed: links are made for people who hold what their maker does not. */
export function LinkForm({ portalUrl, accounts, first }: LinkFormProps) {
  const t = useTranslations("go");
  const id = useId();
  const [draft, setDraft] = useState(() => withDestination(first, first.destination));
  const account = draft.account.trim();
  const roleNames = findAccount(accounts, account)?.roleNames ?? [];
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  return (
    <>
      <div className="grid gap-x-4 gap-y-3 px-5 py-4 sm:grid-cols-2">
        <Field id={`${id}-account`} label={t("account")} hint={t("accountHint")}>
          <Suggesting
            id={`${id}-account`}
            value={draft.account}
            onText={(text) => set({ account: text })}
            options={accounts.map(({ accountId, accountName }) => ({ value: accountName, label: accountId }))}
          />
        </Field>
        <Field id={`${id}-role`} label={t("role")} hint={t("roleHint")}>
          <Suggesting
            id={`${id}-role`}
            value={draft.role}
            onText={(text) => set({ role: text })}
            options={roleNames.map((value) => ({ value, label: value }))}
          />
        </Field>
        <Field id={`${id}-destination`} label={t("page")} hint={t("pageHint")} className="sm:col-span-2">
          <Input
            id={`${id}-destination`}
            aria-describedby={`${id}-destination-hint`}
            type="url"
            autoComplete="off"
            spellCheck={false}
            placeholder={t("pagePlaceholder")}
            value={draft.destination}
            onChange={(event) => setDraft(withDestination(draft, event.target.value))}
          />
        </Field>
      </div>
      <Result id={id} portalUrl={portalUrl} draft={{ ...draft, account }} />
    </>
  );
}

type SuggestingProps = {
  readonly id: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

function Suggesting({ id, value, onText, options }: SuggestingProps) {
  return (
    <>
      <Input
        id={id}
        list={`${id}-list`}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
      <datalist id={`${id}-list`}>
        {options.map((option) => (
          <option key={`${option.label} ${option.value}`} value={option.value}>
            {option.label}
          </option>
        ))}
      </datalist>
    </>
  );
}

function Result({ id, portalUrl, draft }: { id: string; portalUrl: string; draft: Draft }) {
  const t = useTranslations("go");
  if (draft.account === "") {
    return <p className="bg-sunken px-5 py-3.5 text-faint text-sm">{t("needsAccount")}</p>;
  }
  const path = buildGoPath({ ...draft, role: draft.role.trim() });
  return (
    <div className="flex flex-col gap-2.5 bg-sunken px-5 py-3.5">
      <label htmlFor={`${id}-link`} className="font-medium text-soft text-xs">
        {t("link")}
      </label>
      <output
        id={`${id}-link`}
        className="max-h-32 select-all overflow-y-auto font-mono text-xs leading-5 [overflow-wrap:anywhere]"
      >
        {portalUrl + path}
      </output>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={portalUrl + path} what={t("link")} label={t("copyLink")} look="solid" />
        <ButtonLink href={path} size="small" prefetch={false}>
          {t("tryLink")}
        </ButtonLink>
      </div>
    </div>
  );
}
