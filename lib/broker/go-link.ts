import "server-only";

export type GoQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a link to the console names, by anybody's hand: text to compare with what somebody holds, and nothing more. */
export type GoLink = {
  readonly account: string;
  readonly role: string;
  readonly region: string;
  readonly destination: string;
  readonly resume: string | null;
  /** The link is to be given to somebody, not to be followed. */
  readonly share: boolean;
};

const MAX_NAME = 120;
const MAX_PLACE = 2000;

const first = (value: string | readonly string[] | undefined) => (typeof value === "string" ? value : value?.[0]) ?? "";

/** Of repeated parameters the first counts. */
export function readGoLink(query: GoQuery): GoLink {
  const text = (name: string) => first(query[name]).trim();
  return {
    account: text("account"),
    role: text("role"),
    region: text("region"),
    destination: text("destination"),
    resume: query.resume === undefined ? null : text("resume"),
    share: query.share !== undefined,
  };
}

function say(text: string, longest: number): string {
  const line = text.slice(0, longest + 1).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, "\ufffd");
  return line.length > longest ? `${line.slice(0, longest)}…` : line;
}

/** A name from a link, to be said again: one short line of what can be seen. */
export const sayName = (name: string): string => say(name, MAX_NAME);

/** An address from a link, the same way. */
export const sayPlace = (address: string): string => say(address, MAX_PLACE);
