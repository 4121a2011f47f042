import { parseInstant } from "../instant";
import { attributeOf, childrenNamed, onlyChild, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";
import type { Check, CheckContext } from "./check";

const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";

/** Every rule of one bearer confirmation (SAML profiles 4.1.4.2 and 4.1.4.3). One that fails is as good as none. */
function isConfirmed(confirmation: XmlElement, context: CheckContext): boolean {
  const data = onlyChild(confirmation, NS.saml, "SubjectConfirmationData");
  if (attributeOf(confirmation, "Method") !== BEARER || data === null) return false;
  const { expectation, nowMs, clockSkewMs } = context;
  const notOnOrAfterMs = parseInstant(attributeOf(data, "NotOnOrAfter"));
  if (notOnOrAfterMs === null || nowMs >= notOnOrAfterMs + clockSkewMs) return false;
  if (data.attributes.has("NotBefore")) return false;
  return (
    attributeOf(data, "Recipient") === expectation.acsUrl && attributeOf(data, "InResponseTo") === expectation.requestId
  );
}

/** The confirmations by which the bearer may use this assertion here and now. */
export function findConfirmations(context: CheckContext): readonly XmlElement[] {
  const subject = onlyChild(context.assertion, NS.saml, "Subject");
  const all = subject === null ? [] : childrenNamed(subject, NS.saml, "SubjectConfirmation");
  return all.filter((confirmation) => isConfirmed(confirmation, context));
}

/** At least one bearer confirmation meets every rule by itself: recipient, time and request cannot come from different ones. */
export const checkConfirmation: Check = (context) =>
  findConfirmations(context).length > 0 ? null : { code: "saml_confirmation_refused" };
