import "server-only";
import { continuePage, postForm } from "./post-form";

/** A message on its way out through the browser, in one of the two bindings. */
export type OutgoingMessage =
  | { readonly binding: "redirect"; readonly url: string }
  | { readonly binding: "post"; readonly action: string; readonly fields: Readonly<Record<string, string>> };

/** For a browser that came by a link or a script. */
export async function sendMessage(message: OutgoingMessage): Promise<Response> {
  if (message.binding === "post") return postForm(message);
  return new Response(null, { status: 303, headers: { location: message.url, "cache-control": "no-store" } });
}

/**
 * For a browser that came by one of the portal's forms: the policy of its page would follow a redirect and stop it at the
 * identity provider, whose address it need not know. A page of its own goes on instead.
 */
export function sendMessageAfterForm(message: OutgoingMessage): Promise<Response> {
  return message.binding === "post" ? postForm(message) : continuePage(message.url);
}
