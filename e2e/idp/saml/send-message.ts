import { sign } from "node:crypto";
import type { ServerResponse } from "node:http";
import { deflateRawSync } from "node:zlib";
import { escapeMarkup, renderPage } from "../html";
import { redirect, sendHtml } from "../http-exchange";
import { RSA_SHA256 } from "./identity-provider";

/** HTTP-POST (bindings, 3.5): a form that sends itself, with a button where scripts are off. */
export function sendByPost(
  response: ServerResponse,
  to: {
    readonly url: string;
    readonly kind: "SAMLRequest" | "SAMLResponse";
    readonly xml: string;
    readonly relayState: string | null;
  },
): void {
  const field = (name: string, value: string) => `<input type="hidden" name="${name}" value="${escapeMarkup(value)}">`;
  const relayState = to.relayState === null ? "" : field("RelayState", to.relayState);
  const body = `<h1>One moment</h1><form method="post" action="${escapeMarkup(to.url)}">${field(to.kind, Buffer.from(to.xml).toString("base64"))}${relayState}
<noscript><button class="go">Continue</button></noscript></form><script>document.forms[0].submit()</script>`;
  sendHtml(response, 200, renderPage({ title: "One moment", tag: "Sandbox", body }));
}

/** HTTP-Redirect with a detached signature over the query (bindings, 3.4.4.1). */
export function sendByRedirect(
  response: ServerResponse,
  to: Parameters<typeof sendByPost>[1] & { readonly privateKey: string },
): void {
  const query = [
    `${to.kind}=${encodeURIComponent(deflateRawSync(to.xml).toString("base64"))}`,
    ...(to.relayState === null ? [] : [`RelayState=${encodeURIComponent(to.relayState)}`]),
    `SigAlg=${encodeURIComponent(RSA_SHA256)}`,
  ].join("&");
  const signature = sign("sha256", Buffer.from(query), to.privateKey).toString("base64");
  const joint = to.url.includes("?") ? "&" : "?";
  redirect(response, `${to.url}${joint}${query}&Signature=${encodeURIComponent(signature)}`);
}
