import type { MergedScope } from "./merge-scopes";
import type { AddressBlock } from "./public-address";
import { isKnownService } from "./read-actions";

/** What may surprise whoever chose this. */
export function listScopeWarnings(scope: MergedScope, block: AddressBlock | null): readonly string[] {
  const unknown = (scope.services ?? []).filter((service) => !isKnownService(service));
  return [
    ...(scope.services?.length === 0
      ? ["None of your services is among those that your administrator allows here."]
      : []),
    ...(scope.regions.length > 1
      ? ["Your Region differs from the one that your administrator set: nothing Regional is left."]
      : []),
    ...unknown.map((service) => describeUnknown(service, scope.readOnly)),
    ...(block?.family === "IPv6"
      ? ["You reach the portal by IPv6. Most AWS endpoints are reached by IPv4, where AWS sees another address."]
      : []),
  ];
}

function describeUnknown(service: string, readOnly: boolean): string {
  const fact = `The portal does not know the service ${service}; a misspelt one allows nothing.`;
  return readOnly ? `${fact} Of it, only what describes and lists counts as reading.` : fact;
}
