/** What differs between the helpers of two portals. */
export type HelperValues = { readonly url: string; readonly name: string; readonly region: string };

/** The files of a helper, in the order in which they make one program. */
export const HELPER_PARTS = {
  sh: [
    "start.sh",
    "read-json.sh",
    "ask-portal.sh",
    "keep.sh",
    "lock.sh",
    "open-browser.sh",
    "listen.sh",
    "listen-by-turns.sh",
    "sign-in.sh",
    "renew.sh",
    "credentials.sh",
    "commands.sh",
  ],
  ps1: [
    "start.ps1",
    "ask-portal.ps1",
    "keep.ps1",
    "lock.ps1",
    "listen.ps1",
    "sign-in.ps1",
    "renew.ps1",
    "credentials.ps1",
    "commands.ps1",
  ],
} as const;

export type HelperShell = keyof typeof HELPER_PARTS;

/** Under this name it is served, kept and called. */
export const HELPER_FILES: Readonly<Record<HelperShell, string>> = { sh: "gatehouse", ps1: "gatehouse.ps1" };

/** A name for a terminal: what moves its cursor or cannot be seen goes. */
const plain = (text: string) => text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ");

/** POSIX 2.2.2: nothing between single quotes means anything, but for the quote that ends them. */
const quoteForSh = (text: string) => `'${plain(text).replaceAll("'", `'\\''`)}'`;

/**
 * PowerShell takes typographic quotes for quotes, and its version 5.1 a file without a mark for one in the machine's old
 * encoding: a text goes in as base64, which has neither.
 */
function quoteForPowerShell(text: string): string {
  const bytes = new TextEncoder().encode(plain(text));
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${base64}')))`;
}

const QUOTES: Readonly<Record<HelperShell, (text: string) => string>> = { sh: quoteForSh, ps1: quoteForPowerShell };

/** Puts the portal's values in the places that the source keeps for them, as texts of that language and nothing else. */
export function fillIn(shell: HelperShell, source: string, { url, name, region }: HelperValues): string {
  const values: Readonly<Record<string, string>> = { PORTAL: url, PORTAL_NAME: name, REGION: region };
  return source.replace(/@(PORTAL|PORTAL_NAME|REGION)@/g, (_, key: string) => QUOTES[shell](values[key] ?? ""));
}
