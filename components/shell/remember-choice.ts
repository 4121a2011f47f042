const YEAR_SECONDS = 31_536_000;

/** Keeps what the person chose for this browser, where the server sees it with the next request. */
export function rememberChoice(cookie: string, value: string): void {
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have the Cookie Store API only of late.
  document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax${secure}`;
}
