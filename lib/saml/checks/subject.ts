import { childElements, isNamed, onlyChild, textOf, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";
import type { Check } from "./check";

/** One NameID of SAML's own namespace with text in it; null for anything else, encrypted ones included. */
export function findNameId(parent: XmlElement): XmlElement | null {
  const nameId = onlyChild(parent, NS.saml, "NameID");
  return nameId && (textOf(nameId) ?? "").trim() !== "" ? nameId : null;
}

/** Subject holds one NameID and its confirmations: no BaseID, EncryptedID or anything foreign that might be read instead. */
export const checkSubject: Check = ({ assertion }) => {
  const subject = onlyChild(assertion, NS.saml, "Subject");
  const known = (child: XmlElement) =>
    isNamed(child, NS.saml, "NameID") || isNamed(child, NS.saml, "SubjectConfirmation");
  const holds = subject !== null && findNameId(subject) !== null && childElements(subject).every(known);
  return holds ? null : { code: "saml_subject_malformed" };
};
