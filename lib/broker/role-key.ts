import "server-only";

/** What names a role among all: two accounts may have roles of one name. */
export type RoleKey = { readonly accountId: string; readonly roleName: string };

export const keyOf = ({ accountId, roleName }: RoleKey): string => `${accountId}/${roleName}`;
