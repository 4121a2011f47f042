"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { accountOfAddress, withoutSessionHost } from "#lib/aws/console-address";
import { partitionOfRegion } from "#lib/aws/partition";
import { ButtonLink } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Field, Input, Select } from "../ui/field";
import { CONSOLE_HOME, type ConsoleChoice, destinationOf, readConsoleChoice } from "./console-choice";
import { useConsoleEndpoint } from "./console-endpoint";
import { ConsolePagePicker } from "./console-page-picker";
import { buildGoPath } from "./go-address";
import { RegionOptions } from "./region-options";

export type LinkableAccount = {
  readonly accountId: string;
  readonly accountName: string;
  readonly region: string;
  readonly roleNames: readonly string[];
};

type Draft = {
  readonly account: string;
  readonly role: string;
  /** Empty: the account's own. */
  readonly region: string;
  readonly page: ConsoleChoice;
};

type LinkFormProps = {
  readonly portalUrl: string;
  readonly region: string;
  readonly accounts: readonly LinkableAccount[];
  readonly first: Omit<Draft, "page"> & { readonly destination: string };
};

/** A pasted address may tell its account; the session in its host is of no use to others. */
function withPage(draft: Draft, page: ConsoleChoice): Draft {
  if (page.kind !== "link") return { ...draft, page };
  const account = draft.account === "" ? (accountOfAddress(page.url) ?? "") : draft.account;
  return { ...draft, account, page: { kind: "link", url: withoutSessionHost(page.url) } };
}

const findAccount = (accounts: readonly LinkableAccount[], text: string) =>
  accounts.find(({ accountId, accountName }) => accountId === text || accountName === text);

/** What the link is to say. Any name may be typed: links are made for people who hold what their maker does not. */
export function LinkForm({ portalUrl, accounts, first, region: portalRegion }: LinkFormProps) {
  const t = useTranslations("go");
  const id = useId();
  const endpoint = useConsoleEndpoint();
  const [draft, setDraft] = useState(() =>
    withPage({ ...first, page: CONSOLE_HOME }, readConsoleChoice(first.destination)),
  );
  const account = draft.account.trim();
  const found = findAccount(accounts, account);
  const home = found?.region ?? portalRegion;
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const destination = destinationOf(draft.page, draft.region === "" ? home : draft.region, endpoint);
  const path = account === "" ? null : buildGoPath({ ...draft, account, role: draft.role.trim(), destination });
  return (
    <form id={`${id}-form`} onSubmit={(event) => event.preventDefault()}>
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
            options={(found?.roleNames ?? []).map((value) => ({ value, label: value }))}
          />
        </Field>
        <ConsolePagePicker
          id={`${id}-page`}
          formId={`${id}-form`}
          partition={partitionOfRegion(home)}
          choice={draft.page}
          onChange={(page) => setDraft(withPage(draft, page))}
        />
        <Field id={`${id}-region`} label={t("region")}>
          <Select id={`${id}-region`} value={draft.region} onChange={(event) => set({ region: event.target.value })}>
            <option value="">{t("ownRegion")}</option>
            <RegionOptions home={home} also={draft.region} />
          </Select>
        </Field>
      </div>
      <Result id={id} portalUrl={portalUrl} path={path} />
    </form>
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

function Result({ id, portalUrl, path }: { id: string; portalUrl: string; path: string | null }) {
  const t = useTranslations("go");
  if (path === null) return <p className="bg-sunken px-5 py-3.5 text-faint text-sm">{t("needsAccount")}</p>;
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
