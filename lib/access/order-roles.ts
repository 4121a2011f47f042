/** What there is to go by when somebody has to choose between their roles in one account. */
type Choosable = {
  readonly roleName: string;
  /** Every session of it only reads. */
  readonly readsOnly: boolean;
};

const READS = /(^|[^a-z])(read|view|audit|list|observ)/i;
const RULES_ALL = /(admin|owner|root|power|break-?glass|emergency|full)/i;

/** `DataReadOnly`, `data-read-only` and `data_readonly` are told apart at their words. */
const words = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, "$1 $2");

/** 0 for what seems to look only, 1 for what seems to work, 2 for what seems to rule. By its name alone: a guess for an order. */
function guessPrivilege({ roleName, readsOnly }: Choosable): number {
  if (readsOnly) return 0;
  if (RULES_ALL.test(roleName)) return 2;
  return READS.test(words(roleName)) ? 0 : 1;
}

/**
 * Roles as they are offered to somebody who named none: first what they used here, the newest first, then by least
 * privilege as far as names tell, then by name. Nothing is decided by this order.
 */
export function orderRoles<T extends Choosable>(roles: readonly T[], usedNewestFirst: readonly string[]): readonly T[] {
  const recency = (role: T) => {
    const at = usedNewestFirst.indexOf(role.roleName);
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  return [...roles].sort((a, b) => {
    const [first, second] = [recency(a), recency(b)];
    if (first !== second) return first < second ? -1 : 1;
    return guessPrivilege(a) - guessPrivilege(b) || a.roleName.localeCompare(b.roleName, "en");
  });
}
