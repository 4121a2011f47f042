import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useState } from "react";
import { buildRoleSearch } from "../roles/search/role-search";
import type { LeasableRole } from "./lease";

/** Enough to choose from; of ten thousand nobody reads more. */
const SHOWN = 50;
const ROWS_OF_A_PAGE = 8;

type Options = {
  readonly id: string;
  readonly roles: readonly LeasableRole[];
  readonly value: LeasableRole | null;
  readonly onChange: (role: LeasableRole | null) => void;
};

export const optionId = (id: string, at: number) => `${id}-option-${at}`;

const toEntry = ({ accountId, accountName, roleName }: LeasableRole) => ({
  accountId,
  accountName,
  roleName,
  labels: {},
  description: null,
  alias: null,
  score: 0,
});

const NOTHING = { total: 0, shown: [] };

/** The roles that a text finds, all of them for none. Null: nobody looks. */
function useFound(roles: readonly LeasableRole[], query: string | null) {
  const isOpen = query !== null;
  const search = useMemo(() => (isOpen ? buildRoleSearch(roles.map(toEntry)) : null), [roles, isOpen]);
  return useMemo(() => {
    if (search === null || query === null) return NOTHING;
    const { total, found } = search.search(query, SHOWN);
    return { total, shown: found.flatMap((at) => roles[at] ?? []) };
  }, [search, roles, query]);
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: ROWS_OF_A_PAGE,
  PageUp: -ROWS_OF_A_PAGE,
};

export function useRoleCombobox({ id, roles, value, onChange }: Options) {
  const t = useTranslations("leases");
  /** Null: closed, and the field says what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const { total, shown } = useFound(roles, typed);
  const isOpen = typed !== null;
  const chosen = value === null ? "" : t("roleIn", { role: value.roleName, account: value.accountName });
  useEffect(() => {
    if (isOpen) document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active, isOpen]);
  const type = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  const open = () => (isOpen ? undefined : type(""));
  const leave = () => setTyped(null);
  const choose = (role: LeasableRole | undefined) => {
    if (role === undefined) return;
    onChange(role);
    leave();
  };
  const move = (step: number) => {
    if (!isOpen) return type("");
    setActive(Math.max(0, Math.min(shown.length - 1, active + step)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) move(step);
    else if (event.key === "Enter" && isOpen) choose(shown[active]);
    else if (event.key === "Escape" && isOpen) leave();
    else return;
    event.preventDefault();
  };
  return {
    isOpen,
    text: typed ?? chosen,
    total,
    shown,
    active,
    activeId: isOpen && shown.length > 0 ? optionId(id, active) : undefined,
    type,
    open,
    leave,
    choose,
    onKeyDown,
  };
}

export type RoleChoice = ReturnType<typeof useRoleCombobox>;
