import type { ForcedScope, Scope } from "./scope";

/** What holds for a session: a person's own scope and the administrator's, each part at least as narrow as in either. */
export type MergedScope = {
  readonly readOnly: boolean;
  readonly noIam: boolean;
  readonly myAddress: boolean;
  /** Each of them must be the one asked for: two different ones leave nothing but services without a Region. */
  readonly regions: readonly string[];
  /** Sorted; null for all, empty when the two have none in common. */
  readonly services: readonly string[] | null;
  readonly until: string | null;
  readonly custom: string | null;
};

/** An empty list of services is as good as none: nobody asks for a session that may do nothing. */
function listServices(scope: ForcedScope): readonly string[] | null {
  return scope.services === undefined || scope.services.length === 0 ? null : [...new Set(scope.services)].sort();
}

function intersect(own: readonly string[] | null, forced: readonly string[] | null): readonly string[] | null {
  if (own === null || forced === null) return own ?? forced;
  return own.filter((service) => forced.includes(service));
}

/** Puts a person's scope and the one forced on the role together. Neither can widen the other. */
export function mergeScopes(own: Scope, forced: ForcedScope): MergedScope {
  const regions = [forced.region, own.region].filter((region) => region !== undefined);
  return {
    readOnly: own.readOnly === true || forced.readOnly === true,
    noIam: own.noIam === true || forced.noIam === true,
    myAddress: own.myAddress === true || forced.myAddress === true,
    regions: [...new Set(regions)],
    services: intersect(listServices(own), listServices(forced)),
    until: own.until ?? null,
    custom: own.custom === undefined || own.custom.trim() === "" ? null : own.custom,
  };
}
