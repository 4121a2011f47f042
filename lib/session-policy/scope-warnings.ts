import type { MergedScope } from "./merge-scopes";
import { type Phrase, phrase } from "./phrase";
import type { AddressBlock } from "./public-address";
import { isKnownService } from "./read-actions";

/** What may surprise whoever chose this. */
export function listScopeWarnings(scope: MergedScope, block: AddressBlock | null): readonly Phrase[] {
  const unknown = (scope.services ?? []).filter((service) => !isKnownService(service));
  return [
    ...(scope.services?.length === 0 ? [phrase("noneAllowed")] : []),
    ...(scope.regions.length > 1 ? [phrase("otherRegion")] : []),
    ...unknown.map((service) => phrase(scope.readOnly ? "unknownServiceReadOnly" : "unknownService", { service })),
    ...(block?.family === "IPv6" ? [phrase("ipv6")] : []),
  ];
}
