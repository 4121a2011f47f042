/**
 * A path of the portal, or null. What an IdP or a link names as the place to return to is one of ours or nothing:
 * `//host`, backslashes, schemes and control characters lead elsewhere in some browser.
 */
export function ownPath(text: string, portalUrl: string): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  if (!text.startsWith("/") || /[\\\u0000-\u0020\u007f]/.test(text) || !URL.canParse(text, portalUrl)) return null;
  const url = new URL(text, portalUrl);
  return url.origin === portalUrl && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : null;
}
