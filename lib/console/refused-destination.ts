import "server-only";
import { isConsoleHost } from "#lib/aws/console-hosts";
import { PARTITIONS, type Partition } from "#lib/aws/partition";

/** What is wrong with an address, for the words that a person reads. Nothing is allowed by it. */
export type DestinationProblem = "too_long" | "unclear" | "no_address" | "not_https" | "other_partition" | "other_site";

const isPartition = (name: string): name is Partition => Object.hasOwn(PARTITIONS, name);

function isOtherConsole({ hostname }: URL, own: Partition): boolean {
  return Object.keys(PARTITIONS).some((name) => isPartition(name) && name !== own && isConsoleHost(name, hostname));
}

/** Why `parseDestination` refused this text. */
export function explainDestination(
  text: string,
  { partition, override }: { readonly partition: Partition; readonly override?: string | undefined },
): DestinationProblem {
  if (text.length > 2000) return "too_long";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\\\u0000-\u0020\u007f-\u00a0]/.test(text)) return "unclear";
  if (!URL.canParse(text)) return "no_address";
  const url = new URL(text);
  if (url.protocol !== "https:") return url.protocol === "http:" ? "not_https" : "other_site";
  if (isConsoleHost(partition, url.hostname)) return override === undefined ? "unclear" : "other_site";
  return isOtherConsole(url, partition) ? "other_partition" : "other_site";
}
