import { fold } from "./fold";

/** What is searched of one role. */
export type RoleSearchEntry = {
  readonly accountId: string;
  readonly accountName: string;
  readonly labels: Readonly<Record<string, string>>;
  /** May hold the path: `team/Developer`. */
  readonly roleName: string;
  readonly description: string | null;
  /** The person's own name for it. */
  readonly alias: string | null;
  /** How often and how recently the person used it; 0: never. */
  readonly score: number;
};

/** A text of an entry: `label:team` is the text `team=payments`. */
export type SearchField = "alias" | "roleName" | "accountName" | "accountId" | "description" | `label:${string}`;

export type FieldText = { readonly field: SearchField; readonly text: number; readonly weight: number };

/** Distinct texts, and which of them an account, a role of a name, or an own name has. Thousands of roles share a few. */
export type SearchTexts = {
  readonly texts: readonly string[];
  readonly groups: readonly (readonly FieldText[])[];
  /** For each entry its groups: account, role, alias (-1: none). */
  readonly members: Int32Array;
};

export const GROUPS_PER_ENTRY = 3;

const WEIGHTS = { alias: 1.1, roleName: 1, accountName: 1, accountId: 0.9, label: 0.6, description: 0.4 } as const;

/** Keeps each key once, by the number of its turn. */
function createNumbering() {
  const known = new Map<string, number>();
  return (key: string, add: () => void): number => {
    const given = known.get(key);
    if (given !== undefined) return given;
    known.set(key, known.size);
    add();
    return known.size - 1;
  };
}

type Written = readonly [field: SearchField, text: string | null, weight: number];

const accountTexts = ({ accountName, accountId, labels }: RoleSearchEntry): readonly Written[] => [
  ["accountName", accountName, WEIGHTS.accountName],
  ["accountId", accountId, WEIGHTS.accountId],
  ...Object.entries(labels).map(([name, value]): Written => [`label:${name}`, `${name}=${value}`, WEIGHTS.label]),
];

const roleTexts = ({ roleName, description }: RoleSearchEntry): readonly Written[] => [
  ["roleName", roleName, WEIGHTS.roleName],
  ["description", description, WEIGHTS.description],
];

/** Folds every distinct text once. */
export function collectTexts(entries: readonly RoleSearchEntry[]): SearchTexts {
  const texts: string[] = [];
  const groups: FieldText[][] = [];
  const members = new Int32Array(entries.length * GROUPS_PER_ENTRY).fill(-1);
  const [numberText, numberGroup] = [createNumbering(), createNumbering()];
  const textOf = (text: string) => numberText(text, () => texts.push(fold(text)));
  const groupOf = (key: string, list: () => readonly Written[]) =>
    numberGroup(key, () =>
      groups.push(
        list().flatMap(([field, text, weight]) => (text === null ? [] : [{ field, text: textOf(text), weight }])),
      ),
    );
  for (const [at, entry] of entries.entries()) {
    const { accountId, roleName, description, alias } = entry;
    members[at * GROUPS_PER_ENTRY] = groupOf(`a${accountId}`, () => accountTexts(entry));
    members[at * GROUPS_PER_ENTRY + 1] = groupOf(`r${roleName}\n${description ?? ""}`, () => roleTexts(entry));
    if (alias !== null) {
      members[at * GROUPS_PER_ENTRY + 2] = groupOf(`n${alias}`, () => [["alias", alias, WEIGHTS.alias]]);
    }
  }
  return { texts, groups, members };
}
