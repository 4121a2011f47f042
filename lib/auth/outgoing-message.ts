import "server-only";
import { postForm } from "./post-form";

/** A SAML message on its way out through the browser, in one of the two bindings. */
type OutgoingMessage =
  | { readonly binding: "redirect"; readonly url: string }
  | { readonly binding: "post"; readonly action: string; readonly fields: Readonly<Record<string, string>> };

export function sendMessage(message: OutgoingMessage): Response {
  if (message.binding === "post") return postForm(message);
  return new Response(null, { status: 303, headers: { location: message.url, "cache-control": "no-store" } });
}
