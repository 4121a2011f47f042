import { isConsoleHost } from "#lib/aws/console-hosts";
import type { Partition } from "#lib/aws/partition";
import { isRegion } from "#lib/aws/region";

/** Where in the stand-in a destination leads: a console address of the partition, or one of the stand-in's own. Else null. */
export function resolveDestination(destination: string, partition: Partition, ownUrl: string): string | null {
  if (!URL.canParse(destination)) return null;
  const url = new URL(destination);
  if (url.username !== "" || url.password !== "") return null;
  if (url.origin === new URL(ownUrl).origin) return url.pathname.startsWith("/console") ? url.href : null;
  const isConsole = url.protocol === "https:" && url.port === "" && isConsoleHost(partition, url.hostname);
  return isConsole ? `${ownUrl}/console?destination=${encodeURIComponent(url.href)}` : null;
}

/** The Region that a console address is about: `region=` in its query, or its host's first part. */
export function findRegion(destination: string): string | null {
  if (!URL.canParse(destination)) return null;
  const url = new URL(destination);
  const candidates = [url.searchParams.get("region"), ...url.hostname.split(".").slice(0, 2)];
  return candidates.find((part) => part !== null && isRegion(part)) ?? null;
}
