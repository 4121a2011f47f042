import "server-only";
import { randomBytes } from "node:crypto";

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

/** A page that only goes on. Its policy allows its one script and nothing else; where it leads is in its own markup. */
function passingPage(body: string, script: string): Response {
  const nonce = randomBytes(16).toString("base64");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>One moment</title></head><body>${body}
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
}): Response {
  const inputs = Object.entries(target.fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
  const body = `<form method="post" action="${escapeHtml(target.action)}">${inputs}
<noscript><p>Press the button to go on to your identity provider.</p><button>Continue</button></noscript></form>`;
  return passingPage(body, "document.forms[0].submit()");
}

/** Goes on to an address, by script or by the link. */
export function continuePage(url: string): Response {
  const body = `<p><a href="${escapeHtml(url)}">Continue</a></p>`;
  return passingPage(body, "location.replace(document.links[0].href)");
}
