import type { SamlRefusal } from "../saml-refusal";
import { attributeOf, childElements, onlyChild, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";

const STATUS = "urn:oasis:names:tc:SAML:2.0:status:";

/** The status code of a Response or LogoutResponse (SAML core 3.2.2.1); null without exactly one at the top. */
export function statusOf(message: XmlElement): string | null {
  const status = onlyChild(message, NS.samlp, "Status");
  const code = status && onlyChild(status, NS.samlp, "StatusCode");
  return code ? attributeOf(code, "Value") : null;
}

/** Only SAML's own words are kept of a refusal, so that nobody writes into the log through it. */
function describeStatus(message: XmlElement): string {
  const status = onlyChild(message, NS.samlp, "Status");
  const top = status && onlyChild(status, NS.samlp, "StatusCode");
  const second = top && childElements(top).find((child) => child.name === "StatusCode");
  const codes = [statusOf(message), second ? attributeOf(second, "Value") : null];
  return codes
    .flatMap((code) => (code?.startsWith(STATUS) ? code.slice(STATUS.length).match(/^\w{1,40}$/) : null) ?? [])
    .join(" ");
}

/** Exactly one Success at the top, whatever else the response holds. */
export function checkStatus(message: XmlElement): SamlRefusal | null {
  if (statusOf(message) === `${STATUS}Success`) return null;
  return { code: "saml_status_refused", detail: describeStatus(message) };
}
