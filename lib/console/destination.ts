import "server-only";
import { buildConsoleHost, isConsoleHost } from "#lib/aws/console-hosts";
import type { Partition } from "#lib/aws/partition";
import { err, ok, type Result } from "#lib/result";

type ConsoleOf = {
  readonly partition: Partition;
  /** `aws.endpoints.console`: its origin and path are then the only console. */
  readonly override?: string | undefined;
};

/** Longer ones are no console address, and would not fit into the sign-in URL. */
const MAX_LENGTH = 2000;

// Browsers drop tabs and line ends, turn backslashes into slashes, and read what a person does not see.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const AMBIGUOUS = /[\\\u0000-\u0020\u007f-\u00a0]/;

/**
 * Whether the text itself begins with the origin that was parsed out of it. What `URL` decodes, drops or folds on the way
 * (`%2e`, `///`, an empty user, `:443`, full-width letters, soft hyphens) is a host that another parser may read otherwise.
 */
const isLiteral = (text: string, { origin }: URL) =>
  text.startsWith(origin) && /^(?:[/?#]|$)/.test(text.slice(origin.length));

function isWithin(url: URL, base: string): boolean {
  const allowed = new URL(base);
  const path = allowed.pathname.replace(/\/$/, "");
  return url.origin === allowed.origin && (url.pathname === path || url.pathname.startsWith(`${path}/`));
}

/**
 * A page of the AWS console in the role's partition. Exact hosts, https, no port, no user: whatever passes is where a
 * signed-in browser is sent, so anything that two parsers could read differently is refused.
 */
export function parseDestination(text: string, console: ConsoleOf): Result<string, "destination_not_allowed"> {
  if (text.length > MAX_LENGTH || AMBIGUOUS.test(text) || !URL.canParse(text)) return err("destination_not_allowed");
  const url = new URL(text);
  if (!isLiteral(text, url)) return err("destination_not_allowed");
  if (console.override !== undefined) {
    return isWithin(url, console.override) ? ok(url.href) : err("destination_not_allowed");
  }
  const isConsole = url.protocol === "https:" && url.port === "" && isConsoleHost(console.partition, url.hostname);
  return isConsole ? ok(url.href) : err("destination_not_allowed");
}

/** The console's home in a Region. */
export function buildConsoleHome(region: string, { partition, override }: ConsoleOf): string {
  const base = override ?? `https://${buildConsoleHost(partition, region)}/console`;
  const url = new URL(override === undefined ? `${base}/home` : `${base.replace(/\/$/, "")}/home`);
  url.searchParams.set("region", region);
  return url.href;
}
