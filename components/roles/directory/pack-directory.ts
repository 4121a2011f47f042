import type { Environment, RoleItem, RoleView } from "../role-view";

type RoleKind = Omit<RoleItem, "roleName" | "description">;

/** An account as the portal lists it: what the page has no use for stays behind. */
type ListedAccount = Omit<RoleView, "roles"> & {
  readonly roles: readonly (RoleItem & { readonly roleArn?: string })[];
};

type PackedRole = readonly [roleName: string, kind: number, description?: string];

type PackedAccount = readonly [
  accountId: string,
  accountName: string,
  region: number,
  labels: number,
  environment: number,
  roles: readonly number[],
];

/** What accounts and roles have in common is written once, and they say which one it is. */
export type PackedDirectory = {
  readonly regions: readonly string[];
  readonly labels: readonly Readonly<Record<string, string>>[];
  readonly environments: readonly Environment[];
  readonly kinds: readonly RoleKind[];
  readonly roles: readonly PackedRole[];
  readonly accounts: readonly PackedAccount[];
};

export const NO_ENVIRONMENT = -1;

/** Keeps each value once and answers its number. */
function createDictionary<T>(keyOf: (value: T) => string) {
  const numbers = new Map<string, number>();
  const values: T[] = [];
  const numberOf = (value: T): number => {
    const key = keyOf(value);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, values.length);
    return values.push(value) - 1;
  };
  return { values, numberOf };
}

const byJson = <T>() => createDictionary<T>((value) => JSON.stringify(value));

/**
 * The accounts and roles of one person as a text for the browser: ten thousand roles of a thousand accounts are a few ten
 * thousand bytes on the wire, and one JSON.parse. A text, since React reads every value of what is not one by itself.
 */
export function packDirectory(accounts: readonly ListedAccount[]): string {
  const [labels, environments, kinds] = [
    byJson<PackedDirectory["labels"][number]>(),
    byJson<Environment>(),
    byJson<RoleKind>(),
  ];
  const regions = createDictionary((region: string) => region);
  const roles = createDictionary<PackedRole>((role) => role.join("\n"));
  const packRole = ({ roleName, description, roleArn: _roleArn, ...kind }: ListedAccount["roles"][number]) =>
    roles.numberOf(
      description === null ? [roleName, kinds.numberOf(kind)] : [roleName, kinds.numberOf(kind), description],
    );
  const rows = accounts.map(
    (account): PackedAccount => [
      account.accountId,
      account.accountName,
      regions.numberOf(account.region),
      labels.numberOf(account.labels),
      account.environment === null ? NO_ENVIRONMENT : environments.numberOf(account.environment),
      account.roles.map(packRole),
    ],
  );
  const packed: PackedDirectory = {
    regions: regions.values,
    labels: labels.values,
    environments: environments.values,
    kinds: kinds.values,
    roles: roles.values,
    accounts: rows,
  };
  return JSON.stringify(packed);
}
