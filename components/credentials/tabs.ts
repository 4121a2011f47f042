import { FORMATS, type FormatGroup, type FormatId, isFormatId } from "#lib/credentials/formats";

/** The three values one by one, for forms that ask for them. */
export const VALUES_TAB = "values";

export type TabId = FormatId | typeof VALUES_TAB;

/** A format has its own name, the same in every language; the values have none. */
type Tab = { readonly id: TabId; readonly label: string | null };
type TabGroup = { readonly group: FormatGroup | "hand"; readonly tabs: readonly Tab[] };

function listGroups(): readonly TabGroup[] {
  const groups = new Map<FormatGroup, Tab[]>();
  for (const { id, label, group } of Object.values(FORMATS)) {
    groups.set(group, [...(groups.get(group) ?? []), { id, label }]);
  }
  const values = { group: "hand", tabs: [{ id: VALUES_TAB, label: null }] } as const;
  return [...Array.from(groups, ([group, tabs]) => ({ group, tabs })), values];
}

/** Every way to take the credentials along, as it is offered. A new format appears by itself. */
export const TAB_GROUPS = listGroups();

export function isTabId(text: string): text is TabId {
  return text === VALUES_TAB || isFormatId(text);
}
