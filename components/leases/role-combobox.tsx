"use client";
import { ChevronsUpDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { AriaAttributes } from "react";
import { classNames } from "../ui/class-names";
import { fieldClass } from "../ui/field";
import type { LeasableRole } from "./lease";
import { optionId, type RoleChoice, useRoleCombobox } from "./use-role-combobox";

type RoleComboboxProps = {
  readonly id: string;
  readonly roles: readonly LeasableRole[];
  readonly value: LeasableRole | null;
  readonly onChange: (role: LeasableRole | null) => void;
  readonly describedBy: AriaAttributes;
};

/** A role among any number, by typing part of it (WAI-ARIA APG, combobox with a list). */
export function RoleCombobox({ id, roles, value, onChange, describedBy }: RoleComboboxProps) {
  const t = useTranslations("leases");
  const choice = useRoleCombobox({ id, roles, value, onChange });
  return (
    <div className="relative">
      <input
        id={id}
        data-field="role"
        role="combobox"
        aria-expanded={choice.isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={choice.activeId}
        autoComplete="off"
        spellCheck={false}
        className={classNames(fieldClass, "pr-8")}
        placeholder={t("searchRoles", { count: roles.length })}
        value={choice.text}
        onChange={(event) => choice.type(event.target.value)}
        // What is typed takes the place of what was chosen.
        onFocus={(event) => event.currentTarget.select()}
        onClick={choice.open}
        onBlur={choice.leave}
        onKeyDown={choice.onKeyDown}
        {...describedBy}
      />
      <ChevronsUpDown
        aria-hidden
        className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2.5 size-3.5 text-faint"
      />
      <span role="status" className="sr-only">
        {choice.isOpen ? t("found", { count: choice.total }) : ""}
      </span>
      {choice.isOpen ? <RoleOptions id={id} choice={choice} /> : null}
    </div>
  );
}

function RoleOptions({ id, choice }: { id: string; choice: RoleChoice }) {
  const t = useTranslations("leases");
  const left = choice.total - choice.shown.length;
  return (
    // The field keeps the focus while something in the list is pressed.
    <div
      role="presentation"
      onPointerDown={(event) => event.preventDefault()}
      className="forced-edge absolute top-full right-0 left-0 z-20 mt-1 max-h-72 overflow-y-auto rounded-md border border-line bg-surface py-1 shadow-float"
    >
      <div id={`${id}-list`} role="listbox" aria-label={t("roles")}>
        {choice.shown.map((role, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's.
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={`${role.accountId}/${role.roleName}`}
            id={optionId(id, at)}
            role="option"
            aria-selected={at === choice.active}
            onClick={() => choice.choose(role)}
            className={classNames(
              "flex cursor-default items-baseline gap-2 px-2.5 py-1 text-sm pointer-coarse:py-2.5",
              at === choice.active ? "bg-hover text-ink" : "hover:bg-hover",
            )}
          >
            <span className="truncate font-medium">{role.roleName}</span>
            <span className="truncate text-soft">{role.accountName}</span>
            <span className="ml-auto shrink-0 font-mono text-faint text-xs tabular-nums max-sm:hidden">
              {role.accountId}
            </span>
          </div>
        ))}
      </div>
      {choice.total === 0 ? (
        <p className="px-2.5 py-1 text-sm text-soft">{t("nothingFound", { query: choice.text })}</p>
      ) : null}
      {left > 0 ? <p className="px-2.5 py-1 text-faint text-xs">{t("more", { count: left })}</p> : null}
    </div>
  );
}
