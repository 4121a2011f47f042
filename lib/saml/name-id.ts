import { findNameId } from "./checks/subject";
import { attributeOf, textOf, type XmlElement } from "./xml-element";

/** Whom a message is about, as the IdP names them (SAML core 2.2.3). */
export type NameId = {
  readonly value: string;
  readonly format: string | null;
  readonly nameQualifier: string | null;
  readonly spNameQualifier: string | null;
};

/** The NameID of a Subject or LogoutRequest; null unless there is exactly one with text in it. */
export function readNameId(parent: XmlElement): NameId | null {
  const element = findNameId(parent);
  const value = element && textOf(element);
  if (element === null || value === null) return null;
  const [format, nameQualifier] = [attributeOf(element, "Format"), attributeOf(element, "NameQualifier")];
  return { value, format, nameQualifier, spNameQualifier: attributeOf(element, "SPNameQualifier") };
}

const UNSPECIFIED = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";

const agree = (a: string | null, b: string | null) => a === null || b === null || a === b;

/**
 * Whether two NameIDs mean the same person: value and format to the letter, qualifiers where both name one (SAML core
 * 3.3.4 and 8.3.7). What a LogoutRequest names has to be compared so with the session it would end.
 */
export function isSameNameId(a: NameId, b: NameId): boolean {
  if (a.value !== b.value || (a.format ?? UNSPECIFIED) !== (b.format ?? UNSPECIFIED)) return false;
  return agree(a.nameQualifier, b.nameQualifier) && agree(a.spNameQualifier, b.spNameQualifier);
}
