/**
 * An address of the machine that the browser runs on, by which a program gets its code (RFC 8252, 7.3). By IP only: what
 * `localhost` leads to is up to a resolver (8.3).
 */
export function parseRedirectUri(text: string): URL | null {
  if (text.length > 300 || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isLoopback = url.protocol === "http:" && (url.hostname === "127.0.0.1" || url.hostname === "[::1]");
  const isPlain = url.username === "" && url.password === "" && !text.includes("#");
  return isLoopback && isPlain ? url : null;
}

/** Whether an address is one of those registered, whatever its port is: the program takes any that is free (RFC 8252, 7.3). */
export function isRegistered(text: string, registered: readonly string[]): boolean {
  const url = parseRedirectUri(text);
  if (url === null) return false;
  return registered.some((one) => {
    const other = parseRedirectUri(one);
    return other?.hostname === url.hostname && other.pathname === url.pathname && other.search === url.search;
  });
}
