import "server-only";
import { randomBytes } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

type Words = Awaited<ReturnType<typeof getTranslations<"titles">>>;

/** A page that only goes on. Its policy allows its one script and nothing else; where it leads is in its own markup. */
async function passingPage(write: (t: Words) => string, script: string): Promise<Response> {
  const [t, language] = await Promise.all([getTranslations("titles"), getLocale()]);
  const nonce = randomBytes(16).toString("base64");
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(t("oneMoment"))}</title></head><body>${write(t)}
<script nonce="${nonce}">${script}</script></body></html>`;
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`,
      "cache-control": "no-store",
    },
  });
}

/** Posts its fields on, by script or by the button (SAML bindings 3.5.4). */
export function postForm(target: {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}): Promise<Response> {
  const inputs = Object.entries(target.fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
  const write = (t: Words) => `<form method="post" action="${escapeHtml(target.action)}">${inputs}
<noscript><p>${escapeHtml(t("goOnByHand"))}</p><button>${escapeHtml(t("goOn"))}</button></noscript></form>`;
  return passingPage(write, "document.forms[0].submit()");
}

/** Goes on to an address, by script or by the link. */
export function continuePage(url: string): Promise<Response> {
  const write = (t: Words) => `<p><a href="${escapeHtml(url)}">${escapeHtml(t("goOn"))}</a></p>`;
  return passingPage(write, "location.replace(document.links[0].href)");
}
