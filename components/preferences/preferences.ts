/** How somebody last used a role: what "open again" repeats. */
export type LastUse = {
  readonly kind: "console" | "credentials";
  readonly region: string | null;
  readonly durationSeconds: number | null;
};

/** What the portal keeps for one person about one role. */
export type RolePreference = {
  readonly accountId: string;
  /** May hold the path: `team/Developer`. */
  readonly roleName: string;
  /** Its place among the favourites, from 0; null: not one of them. */
  readonly position: number | null;
  /** The person's own name for it. */
  readonly alias: string | null;
  /** How often and how recently it was used: each use adds 1, and a week halves what was. As it is now. */
  readonly score: number;
  /** ISO 8601; null: never. */
  readonly lastUsedAt: string | null;
  readonly last: LastUse | null;
};

/** How somebody likes their list. */
export type ViewPreference = {
  readonly grouping: "account" | "flat";
  /** Ids of the accounts that they closed. */
  readonly collapsed: readonly string[];
  /** Whether the words for a first visit were seen. */
  readonly welcomed: boolean;
};

export type Preferences = { readonly roles: readonly RolePreference[]; readonly view: ViewPreference };
