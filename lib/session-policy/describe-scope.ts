import type { MergedScope } from "./merge-scopes";

/** `2026-11-21 12:00 UTC` */
const formatMinute = (time: Date): string => `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const joinServices = (services: readonly string[]): string =>
  services.length === 0 ? "No service" : `Only ${services.join(", ")}`;

/** What is applied, one phrase a part, in the order of the screen. `from` is the address that it is bound to, if that is known. */
export function describeScope(scope: MergedScope, from: string | null): readonly string[] {
  return [
    ...(scope.readOnly ? ["Read only"] : []),
    ...scope.regions.map((region) => `Only ${region}`),
    ...(scope.services === null ? [] : [joinServices(scope.services)]),
    ...(scope.noIam ? ["No IAM or Organizations"] : []),
    ...(scope.until === null ? [] : [`Until ${formatMinute(new Date(scope.until))}`]),
    ...(scope.myAddress ? [`Only from ${from ?? "your address"}`] : []),
    ...(scope.custom === null ? [] : ["Custom policy"]),
  ];
}

/** The parts by the words above: they are what the audit keeps, and what every language reads back. */
const PARTS = [
  [/^Read only$/, "readOnly"],
  [/^No service$/, "noService"],
  [/^No IAM or Organizations$/, "noIam"],
  [/^Until (.+)$/, "until"],
  [/^Only from your address$/, "ownAddress"],
  [/^Only from (.+)$/, "address"],
  [/^Only (.+)$/, "only"],
  [/^Custom policy$/, "custom"],
] as const;

export type ScopePart = { readonly key: (typeof PARTS)[number][1]; readonly value: string };

/** Reads one phrase of `describeScope` back; null for anything else. */
export function parseScopePart(text: string): ScopePart | null {
  for (const [pattern, key] of PARTS) {
    const found = pattern.exec(text);
    if (found !== null) return { key, value: found[1] ?? "" };
  }
  return null;
}
