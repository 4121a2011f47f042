"use client";
import { useTranslations } from "next-intl";
import { type Dispatch, useId, useState } from "react";
import { Field, Input, Select } from "../ui/field";
import type { HelperRole } from "./helper-offer";

/** More than anybody reads through; and as many as a menu still opens at once with. */
const FILTERED_FROM = 20;
const SHOWN = 200;

export const keyOf = ({ accountId, roleName }: HelperRole) => `${accountId}/${roleName}`;

const nameOf = ({ accountName, roleName }: HelperRole) => `${accountName} / ${roleName}`;

const fold = (text: string) => text.toLocaleLowerCase();

/** Those in which each of the words stands somewhere. */
function search(roles: readonly HelperRole[], query: string): readonly HelperRole[] {
  const words = fold(query).split(/\s+/);
  return roles.filter((role) => words.every((word) => fold(`${nameOf(role)} ${role.accountId}`).includes(word)));
}

type RoleChoiceProps = {
  readonly roles: readonly HelperRole[];
  readonly chosen: HelperRole;
  readonly onChoose: Dispatch<HelperRole>;
};

/** One of the person's roles; what is typed above leaves fewer in the menu, and the first of them chosen. */
export function RoleChoice({ roles, chosen, onChoose }: RoleChoiceProps) {
  const t = useTranslations("credentialProcess.role");
  const id = useId();
  const [query, setQuery] = useState("");
  const found = search(roles, query);
  const filter = (text: string) => {
    setQuery(text);
    const [first] = search(roles, text);
    if (first !== undefined) onChoose(first);
  };
  const choose = (key: string) => {
    const role = roles.find((one) => keyOf(one) === key);
    if (role !== undefined) onChoose(role);
  };
  return (
    <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
      {roles.length > FILTERED_FROM ? (
        <Field
          id={`${id}-filter`}
          label={t("filter")}
          hint={<span role="status">{t("found", { count: found.length })}</span>}
        >
          <Input
            id={`${id}-filter`}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={query}
            aria-describedby={`${id}-filter-hint`}
            onChange={(event) => filter(event.target.value)}
          />
        </Field>
      ) : null}
      <Field id={id} label={t("label")}>
        <Select id={id} value={keyOf(chosen)} onChange={(event) => choose(event.target.value)}>
          <Options roles={withChosen(found, chosen)} />
        </Select>
      </Field>
    </div>
  );
}

/** A menu shows what is chosen, whatever was typed since. */
function withChosen(found: readonly HelperRole[], chosen: HelperRole): readonly HelperRole[] {
  const shown = found.slice(0, SHOWN);
  return shown.some((role) => keyOf(role) === keyOf(chosen)) ? shown : [chosen, ...shown];
}

function Options({ roles }: { readonly roles: readonly HelperRole[] }) {
  const t = useTranslations("credentialProcess.role");
  const groups = [
    { label: t("favourites"), roles: roles.filter(({ isFavourite }) => isFavourite) },
    { label: t("others"), roles: roles.filter(({ isFavourite }) => !isFavourite) },
  ].filter((group) => group.roles.length > 0);
  return groups.map((group) => (
    <optgroup key={group.label} label={group.label}>
      {group.roles.map((role) => (
        <option key={keyOf(role)} value={keyOf(role)}>
          {nameOf(role)}
        </option>
      ))}
    </optgroup>
  ));
}
