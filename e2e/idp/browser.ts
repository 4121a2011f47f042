/** A page that was reached, or the address outside of the identity provider where the browser was sent. */
export type Page = {
  readonly url: string;
  readonly status: number;
  readonly html: string;
  readonly left: string | null;
};

/** Just enough of a browser for tests: one cookie jar, redirects followed until they leave for the portal. */
export function createBrowser(portalUrl: string) {
  const jar = new Map<string, string>();
  async function go(url: string, body: URLSearchParams | null): Promise<Page> {
    if (url.startsWith(portalUrl)) return { url, status: 0, html: "", left: url };
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      ...(body === null ? {} : { method: "POST", body }),
      headers: { cookie },
      redirect: "manual",
    });
    for (const line of response.headers.getSetCookie()) keepCookie(jar, line);
    const location = response.headers.get("location");
    if (location !== null) return go(new URL(location, url).href, null);
    return { url, status: response.status, html: await response.text(), left: null };
  }
  return {
    open: (url: string) => go(url, null),
    /** Sends the page's first form with its hidden fields and these. */
    submit: (page: Page, fields: Record<string, string>) => {
      const { action, hidden } = readForm(page);
      return go(action, new URLSearchParams({ ...hidden, ...fields }));
    },
  };
}

function keepCookie(jar: Map<string, string>, line: string): void {
  const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (value === "" || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}

/** Where the page's first form goes, and its hidden fields. */
export function readForm(page: Page): { readonly action: string; readonly hidden: Readonly<Record<string, string>> } {
  const form = /<form[^>]*>.*?<\/form>/s.exec(page.html)?.[0] ?? "";
  const hidden: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    hidden[readAttribute(input, "name")] = readAttribute(input, "value");
  }
  return { action: new URL(readAttribute(form, "action"), page.url).href, hidden };
}

function readAttribute(tag: string, name: string): string {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}
