import { FORMATS, type FormatGroup, type FormatId, isFormatId } from "#lib/credentials/formats";

/** The three values one by one, for forms that ask for them. */
export const VALUES_TAB = "values";

export type TabId = FormatId | typeof VALUES_TAB;

type Tab = { readonly id: TabId; readonly label: string };
type TabGroup = { readonly label: string; readonly tabs: readonly Tab[] };

const GROUP_LABELS: Readonly<Record<FormatGroup, string>> = {
  shell: "Terminal",
  file: "Files",
  tool: "Tools",
  code: "Code",
};

function listGroups(): readonly TabGroup[] {
  const groups = new Map<string, Tab[]>();
  for (const { id, label, group } of Object.values(FORMATS)) {
    const title = GROUP_LABELS[group];
    groups.set(title, [...(groups.get(title) ?? []), { id, label }]);
  }
  const values = { label: "By hand", tabs: [{ id: VALUES_TAB, label: "Separate values" }] } as const;
  return [...Array.from(groups, ([label, tabs]) => ({ label, tabs })), values];
}

/** Every way to take the credentials along, as it is offered. A new format appears by itself. */
export const TAB_GROUPS = listGroups();

export function isTabId(text: string): text is TabId {
  return text === VALUES_TAB || isFormatId(text);
}
