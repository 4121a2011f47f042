import type { IncomingMessage } from "node:http";
import { inflateRawSync } from "node:zlib";
import { readForm } from "../http-exchange";
import type { SamlifyIdp } from "./identity-provider";
import { ASSERTION_NS } from "./namespaces";
import { findText, parseXml } from "./read-xml";
import type { ServiceProvider } from "./service-provider";

/** A message as it came, before anybody looked at its signature. */
export type SamlMessage = {
  readonly kind: "SAMLRequest" | "SAMLResponse";
  readonly binding: "redirect" | "post";
  readonly document: Document;
  readonly issuer: string;
  readonly relayState: string | null;
  /** What samlify verifies: the fields, and for HTTP-Redirect the signed part of the query as it was sent. */
  readonly request: { query?: Record<string, unknown>; body?: Record<string, unknown>; octetString?: string };
};

/** Null when there is no message. Throws on one that is not well-formed. */
export async function readSamlMessage(request: IncomingMessage): Promise<SamlMessage | null> {
  const rawQuery = (request.url ?? "").split("?")[1] ?? "";
  const binding = request.method === "POST" ? "post" : "redirect";
  const fields = binding === "post" ? await readForm(request) : Object.fromEntries(new URLSearchParams(rawQuery));
  const kind = fields.SAMLRequest !== undefined ? "SAMLRequest" : "SAMLResponse";
  const encoded = fields[kind];
  if (encoded === undefined) return null;
  const bytes = Buffer.from(encoded, "base64");
  const xml = (binding === "post" ? bytes : inflateRawSync(bytes, { maxOutputLength: 500_000 })).toString("utf8");
  const document = parseXml(xml);
  return {
    kind,
    binding,
    document,
    issuer: findText(document, ASSERTION_NS, "Issuer") ?? "",
    relayState: fields.RelayState ?? null,
    request: binding === "post" ? { body: fields } : { query: fields, octetString: signedPart(rawQuery, kind) },
  };
}

/** Bindings, 3.4.4.1: the signature is over these parameters in this order, encoded as they were sent. */
function signedPart(rawQuery: string, kind: string): string {
  const sent = new Map(rawQuery.split("&").map((part) => [part.split("=")[0] ?? "", part]));
  return [kind, "RelayState", "SigAlg"].flatMap((name) => sent.get(name) ?? []).join("&");
}

/** Throws when a service provider with a published key sent a message that is not signed with it. */
export async function verifyMessage(
  message: SamlMessage,
  sp: ServiceProvider,
  idps: { readonly demanding: SamlifyIdp; readonly trusting: SamlifyIdp },
): Promise<void> {
  const idp = sp.signs ? idps.demanding : idps.trusting;
  const name = message.document.documentElement.localName;
  if (name === "AuthnRequest") await idp.parseLoginRequest(sp.entity, message.binding, message.request);
  else if (name === "LogoutRequest") await idp.parseLogoutRequest(sp.entity, message.binding, message.request);
  else if (name === "LogoutResponse") await idp.parseLogoutResponse(sp.entity, message.binding, message.request);
  else throw new Error(`did not expect a ${name}`);
}
