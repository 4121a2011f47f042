export type Claims = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Claims =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Own members only: `constructor` or `__proto__` in a configuration finds nothing. */
const ownMember = (value: unknown, name: string): unknown =>
  isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;

/**
 * A claim by its exact name (`cognito:groups`, `https://example.com/groups`); only where there is none of that name, by its
 * path through nested objects (`realm_access.roles`). `undefined` when it is not there; null counts as not there.
 */
export function findClaim(claims: Claims, name: string): unknown {
  const exact = ownMember(claims, name);
  if (exact !== undefined && exact !== null) return exact;
  if (!name.includes(".")) return undefined;
  const nested = name.split(".").reduce<unknown>(ownMember, claims);
  return nested === null ? undefined : nested;
}

/** A claim that is one text; anything else is as good as absent. */
export function findText(claims: Claims, name: string): string | null {
  const value = findClaim(claims, name);
  return typeof value === "string" && value !== "" ? value : null;
}
