import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { err, ok, type Result } from "#lib/result";
import { isFresh } from "./checks/issue-instant";
import { hasIssuer } from "./checks/issuer";
import { checkSignaturePlaces } from "./checks/signature-places";
import { checkUniqueIds } from "./checks/unique-ids";
import type { SamlIdp } from "./idp-metadata";
import { requireSound } from "./open-response";
import { readSamlMessage } from "./read-message";
import { readSignedRedirect } from "./redirect-query";
import type { SamlRefusal } from "./saml-refusal";
import type { ServiceProvider } from "./service-provider";
import { attributeOf, childElements, holdsElementsOnly, isNamed, type XmlElement } from "./xml-element";
import { NS } from "./xml-namespaces";

/** As it arrived: the raw query of HTTP-Redirect, or the fields of HTTP-POST. */
export type IncomingMessage =
  | { readonly binding: "redirect"; readonly query: string }
  | { readonly binding: "post"; readonly message: string; readonly relayState: string | null };

export type LogoutInput = {
  readonly message: IncomingMessage;
  readonly sp: ServiceProvider;
  readonly idp: SamlIdp;
  readonly provider: SamlProviderConfig;
  readonly now: Date;
};

export type LogoutMessage = { readonly root: XmlElement; readonly relayState: string | null };

type Kind = "LogoutRequest" | "LogoutResponse";

const CHILDREN: Readonly<Record<Kind, readonly string[]>> = {
  LogoutRequest: ["Issuer", "Signature", "Extensions", "NameID", "SessionIndex"],
  LogoutResponse: ["Issuer", "Signature", "Extensions", "Status"],
};

const refuse = (code: SamlRefusal["code"], detail?: string) => err<SamlRefusal>(detail ? { code, detail } : { code });

function readPosted(base64: string, relayState: string | null, idp: SamlIdp): Result<LogoutMessage, SamlRefusal> {
  const message = readSamlMessage(base64);
  if (!message.ok) return message;
  const { root } = message.value;
  const wrong = checkUniqueIds(root) ?? checkSignaturePlaces(root, [root]);
  if (wrong !== null) return err(wrong);
  const verified = requireSound({ ...message.value, part: "root" }, idp.signingCertificates);
  if (!verified.ok) return verified;
  return verified.value === null ? refuse("saml_signature_missing") : ok({ root: verified.value, relayState });
}

function readRedirected(query: string, kind: Kind, idp: SamlIdp): Result<LogoutMessage, SamlRefusal> {
  const field = kind === "LogoutRequest" ? "SAMLRequest" : "SAMLResponse";
  const message = readSignedRedirect(query, field, idp.signingCertificates);
  if (!message.ok) return message;
  // The query is signed; a signature inside has no place there (SAML bindings 3.4.4.1).
  const wrong = checkUniqueIds(message.value.root) ?? checkSignaturePlaces(message.value.root, []);
  return wrong === null ? ok({ root: message.value.root, relayState: message.value.relayState }) : err(wrong);
}

function checkEnvelope(root: XmlElement, kind: Kind, { sp, idp, provider, now }: LogoutInput): SamlRefusal | null {
  const known = (child: XmlElement) => CHILDREN[kind].includes(child.name);
  const isKind = isNamed(root, NS.samlp, kind) && holdsElementsOnly(root) && childElements(root).every(known);
  if (!isKind || !attributeOf(root, "ID")) return { code: "saml_logout_malformed" };
  if (attributeOf(root, "Version") !== "2.0") return { code: "saml_version_wrong" };
  if (!hasIssuer(root, idp.entityId)) return { code: "saml_issuer_wrong" };
  if (attributeOf(root, "Destination") !== sp.sloUrl) return { code: "saml_destination_wrong" };
  return isFresh(root, now.getTime(), provider.clockSkew * 1000) ? null : { code: "saml_issue_instant_refused" };
}

/** A LogoutRequest or LogoutResponse of this IdP, signed, for this address, of the last five minutes. Anything else is refused. */
export function readLogoutMessage(input: LogoutInput, kind: Kind): Result<LogoutMessage, SamlRefusal> {
  const { message, idp } = input;
  const read =
    message.binding === "post"
      ? readPosted(message.message, message.relayState, idp)
      : readRedirected(message.query, kind, idp);
  if (!read.ok) return read;
  const wrong = checkEnvelope(read.value.root, kind, input);
  return wrong === null ? read : err(wrong);
}
