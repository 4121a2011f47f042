import { isRefusal, type Refusal } from "../refusal";
import { ASSERTION } from "./namespaces";
import { INVALID_RESPONSE } from "./response";
import { findOnlyChild, listChildren, readAttribute, readText } from "./xml-document";

/** What AWS reads of a verified assertion. */
export type Assertion = {
  readonly id: string;
  readonly issuer: string;
  readonly issuedAt: Date;
  readonly subject: string;
  /** The NameID's Format in full. */
  readonly nameIdFormat: string;
  readonly recipient: string;
  readonly confirmationEndsAt: Date;
  readonly notBefore: Date | null;
  readonly conditionsEndAt: Date | null;
  readonly sessionEndsAt: Date | null;
  readonly audiences: readonly string[];
  /** All values by the attribute's Name, which is case-sensitive. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
};

/**
 * Refuses, as AWS does with one and the same text: no or two SubjectConfirmations, no Recipient or NotOnOrAfter there, a
 * NameID without a Format, no AuthnStatement, no Conditions, times that cannot be read.
 */
export function readAssertion(assertion: Element): Assertion | Refusal {
  const subject = findOnlyChild(assertion, ASSERTION, "Subject");
  const nameId = findOnlyChild(subject, ASSERTION, "NameID");
  const confirmation = findOnlyChild(subject, ASSERTION, "SubjectConfirmation");
  const data = findOnlyChild(confirmation, ASSERTION, "SubjectConfirmationData");
  const conditions = findOnlyChild(assertion, ASSERTION, "Conditions");
  const statement = findOnlyChild(assertion, ASSERTION, "AuthnStatement");
  const nameIdFormat = readAttribute(nameId, "Format");
  const recipient = readAttribute(data, "Recipient");
  const id = readAttribute(assertion, "ID");
  if (!id || !nameIdFormat || !recipient || conditions === null || statement === null) return INVALID_RESPONSE;
  const times = readTimes(assertion, data, conditions, statement);
  if (isRefusal(times)) return times;
  return {
    id,
    issuer: readText(findOnlyChild(assertion, ASSERTION, "Issuer")),
    subject: readText(nameId),
    nameIdFormat,
    recipient,
    ...times,
    audiences: listChildren(conditions, ASSERTION, "AudienceRestriction")
      .flatMap((restriction) => listChildren(restriction, ASSERTION, "Audience"))
      .map(readText),
    attributes: readAttributes(assertion),
  };
}

function readTimes(assertion: Element, data: Element | null, conditions: Element, statement: Element) {
  const issuedAt = readTime(assertion, "IssueInstant");
  const confirmationEndsAt = readTime(data, "NotOnOrAfter");
  const notBefore = readTime(conditions, "NotBefore");
  const conditionsEndAt = readTime(conditions, "NotOnOrAfter");
  const sessionEndsAt = readTime(statement, "SessionNotOnOrAfter");
  if (!issuedAt || !confirmationEndsAt) return INVALID_RESPONSE;
  if (notBefore === undefined || conditionsEndAt === undefined || sessionEndsAt === undefined) return INVALID_RESPONSE;
  return { issuedAt, confirmationEndsAt, notBefore, conditionsEndAt, sessionEndsAt };
}

/** null when absent, undefined when it is no xs:dateTime in UTC. */
function readTime(element: Element | null, name: string): Date | null | undefined {
  const text = readAttribute(element, name);
  if (text === null) return null;
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text) ? new Date(text) : new Date(Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** One Attribute element with many values and many elements with one each are the same. */
function readAttributes(assertion: Element): Record<string, string[]> {
  const attributes = new Map<string, string[]>();
  const elements = listChildren(assertion, ASSERTION, "AttributeStatement").flatMap((statement) =>
    listChildren(statement, ASSERTION, "Attribute"),
  );
  for (const element of elements) {
    const name = readAttribute(element, "Name") ?? "";
    const values = listChildren(element, ASSERTION, "AttributeValue").map(readText);
    attributes.set(name, [...(attributes.get(name) ?? []), ...values]);
  }
  return Object.fromEntries(attributes);
}
