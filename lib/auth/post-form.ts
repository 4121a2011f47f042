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

/**
 * A page that posts its fields on, by script or by the button (HTTP-POST binding, SAML bindings 3.5.4). It carries a
 * policy of its own: one script, one target.
 */
export function postForm(target: {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}): Response {
  const nonce = randomBytes(16).toString("base64");
  const inputs = Object.entries(target.fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join("");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>One moment</title></head><body><form method="post" action="${escapeHtml(target.action)}">${inputs}
<noscript><p>Press the button to go on to your identity provider.</p><button>Continue</button></noscript></form>
<script nonce="${nonce}">document.forms[0].submit()</script></body></html>`;
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; base-uri 'none'; frame-ancestors 'none'`;
  return new Response(html, {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": policy,
      "cache-control": "no-store",
    },
  });
}
