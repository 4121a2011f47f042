import "server-only";
import { err, ok, type Result } from "#lib/result";
import { checkStatus } from "./checks/status";
import { parseInstant } from "./instant";
import { type NameId, readNameId } from "./name-id";
import { type LogoutInput, readLogoutMessage } from "./read-logout-message";
import type { SamlRefusal } from "./saml-refusal";
import { attributeOf, childrenNamed, textOf, type XmlElement } from "./xml-element";
import { NS } from "./xml-namespaces";

export type VerifiedLogoutRequest = {
  readonly requestId: string;
  readonly nameId: NameId;
  /** The sessions meant; all of that person when there is none. */
  readonly sessionIndexes: readonly string[];
  readonly relayState: string | null;
  /** From here on the request is refused anyway: how long a replay record has to be kept. */
  readonly notOnOrAfter: Date;
};

export type VerifiedLogoutResponse = { readonly responseId: string; readonly relayState: string | null };

const VALID_MS = 5 * 60_000;

/** When the request ends; null when it says so in a form that is none, or is over. */
function findEnd(root: XmlElement, { now, provider }: LogoutInput): Date | null {
  const clockSkewMs = provider.clockSkew * 1000;
  const issuedMs = parseInstant(attributeOf(root, "IssueInstant")) ?? 0;
  const stated = attributeOf(root, "NotOnOrAfter");
  const statedMs = stated === null ? Number.POSITIVE_INFINITY : parseInstant(stated);
  if (statedMs === null || now.getTime() >= statedMs + clockSkewMs) return null;
  return new Date(Math.min(statedMs, issuedMs + VALID_MS) + clockSkewMs);
}

/**
 * Verifies a LogoutRequest from the IdP (SAML core 3.7.1). Signed ones only. Whose session ends is the caller's to decide,
 * with `isSameNameId` and the SessionIndexes: a sound request can still name nobody who is here.
 */
export function verifyLogoutRequest(input: LogoutInput): Result<VerifiedLogoutRequest, SamlRefusal> {
  const read = readLogoutMessage(input, "LogoutRequest");
  if (!read.ok) return read;
  const { root, relayState } = read.value;
  const notOnOrAfter = findEnd(root, input);
  if (notOnOrAfter === null) return err({ code: "saml_logout_expired" });
  const [nameId, requestId] = [readNameId(root), attributeOf(root, "ID")];
  const sessionIndexes = childrenNamed(root, NS.samlp, "SessionIndex").map(textOf);
  if (nameId === null || requestId === null) return err({ code: "saml_subject_malformed" });
  if (!sessionIndexes.every((index) => index !== null)) return err({ code: "saml_logout_malformed" });
  return ok({ requestId, nameId, sessionIndexes, relayState, notOnOrAfter });
}

/** Verifies the IdP's answer to the portal's own LogoutRequest: signed, a success, and to that request. */
export function verifyLogoutResponse(
  input: LogoutInput & { readonly requestId: string },
): Result<VerifiedLogoutResponse, SamlRefusal> {
  const read = readLogoutMessage(input, "LogoutResponse");
  if (!read.ok) return read;
  const { root, relayState } = read.value;
  if (attributeOf(root, "InResponseTo") !== input.requestId) return err({ code: "saml_in_response_to_wrong" });
  const wrong = checkStatus(root);
  return wrong === null ? ok({ responseId: attributeOf(root, "ID") ?? "", relayState }) : err(wrong);
}
