import "server-only";
import { deflateRawSync } from "node:zlib";
import { type SigningPair, signQuery, signXml } from "./sign-message";

/** A message on its way out through the browser: a redirect, or the fields of a form to post. */
export type OutgoingMessage =
  | { readonly binding: "redirect"; readonly url: string }
  | { readonly binding: "post"; readonly action: string; readonly fields: Readonly<Record<string, string>> };

export type MessageParts = {
  readonly field: "SAMLRequest" | "SAMLResponse";
  readonly xml: string;
  readonly relayState: string | null;
  readonly signing: SigningPair | undefined;
};

/** Where a message goes: the binding preferred, else the other one that the IdP has. */
export function chooseEndpoint(
  endpoints: { readonly redirect?: string; readonly post?: string },
  preferred: "redirect" | "post",
): { readonly binding: "redirect" | "post"; readonly url: string } | null {
  const order = preferred === "redirect" ? (["redirect", "post"] as const) : (["post", "redirect"] as const);
  const binding = order.find((one) => endpoints[one] !== undefined);
  const url = binding && endpoints[binding];
  return binding && url ? { binding, url } : null;
}

/** HTTP-Redirect: deflated, and signed over the query where there is a key (SAML bindings 3.4.4). */
function toRedirect(url: string, { field, xml, relayState, signing }: MessageParts): OutgoingMessage {
  const message = encodeURIComponent(deflateRawSync(Buffer.from(xml)).toString("base64"));
  const relay = relayState === null ? "" : `&RelayState=${encodeURIComponent(relayState)}`;
  const query = `${field}=${message}${relay}`;
  const signed = signing === undefined ? query : signQuery(query, signing.privateKey);
  return { binding: "redirect", url: `${url}${url.includes("?") ? "&" : "?"}${signed}` };
}

/** HTTP-POST: base64, with the signature inside the message where there is a key (SAML bindings 3.5.4). */
function toPost(action: string, { field, xml, relayState, signing }: MessageParts): OutgoingMessage {
  const signed = signing === undefined ? xml : signXml(xml, signing);
  const relay = relayState === null ? {} : { RelayState: relayState };
  return { binding: "post", action, fields: { [field]: Buffer.from(signed).toString("base64"), ...relay } };
}

export function buildOutgoingMessage(
  endpoint: { readonly binding: "redirect" | "post"; readonly url: string },
  parts: MessageParts,
): OutgoingMessage {
  return endpoint.binding === "redirect" ? toRedirect(endpoint.url, parts) : toPost(endpoint.url, parts);
}
