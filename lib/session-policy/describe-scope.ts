import { formatSecond } from "./deny-statements";
import type { MergedScope } from "./merge-scopes";
import type { AddressBlock } from "./public-address";
import { isKnownService } from "./read-actions";

const joinServices = (services: readonly string[]): string =>
  services.length === 0 ? "No service" : `Only ${services.join(", ")}`;

/** What is applied, one phrase a part, in the order of the screen. */
export function describeScope(scope: MergedScope, block: AddressBlock | null): readonly string[] {
  return [
    ...(scope.readOnly ? ["Read only"] : []),
    ...scope.regions.map((region) => `Only ${region}`),
    ...(scope.services === null ? [] : [joinServices(scope.services)]),
    ...(scope.noIam ? ["No IAM or Organizations"] : []),
    ...(scope.until === null ? [] : [`Until ${formatSecond(new Date(scope.until))}`]),
    ...(block === null ? [] : [`Only from ${block.cidr.replace(/\/(32|128)$/, "")}`]),
    ...(scope.custom === null ? [] : ["Custom policy"]),
  ];
}

/** What may surprise whoever chose this. */
export function listWarnings(scope: MergedScope, block: AddressBlock | null): readonly string[] {
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
