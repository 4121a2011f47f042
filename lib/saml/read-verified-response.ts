import { readAttributes } from "./attributes";
import type { CheckContext } from "./checks/check";
import { findConfirmations } from "./checks/confirmation";
import { MAX_AGE_MS } from "./checks/issue-instant";
import { parseInstant } from "./instant";
import { readNameId } from "./name-id";
import type { VerifiedResponse } from "./verify-response";
import { attributeOf, onlyChild, type XmlElement } from "./xml-element";
import { NS } from "./xml-namespaces";

function required<T>(value: T | null): T {
  if (value === null) throw new Error("a checked assertion lacks what the checks require");
  return value;
}

const instantOf = (element: XmlElement, name: string) => new Date(required(parseInstant(attributeOf(element, name))));

function latestAcceptance(context: CheckContext): Date {
  const { assertion, clockSkewMs } = context;
  const ends = findConfirmations(context).map((confirmation) =>
    instantOf(required(onlyChild(confirmation, NS.saml, "SubjectConfirmationData")), "NotOnOrAfter").getTime(),
  );
  const conditionsEnd = instantOf(required(onlyChild(assertion, NS.saml, "Conditions")), "NotOnOrAfter").getTime();
  const tooOld = instantOf(assertion, "IssueInstant").getTime() + MAX_AGE_MS;
  return new Date(Math.min(Math.max(...ends), conditionsEnd, tooOld) + clockSkewMs);
}

/** Reads what the checks have passed. Throws on anything that they should have refused. */
export function readVerifiedResponse(context: CheckContext, assertionSigned: boolean): VerifiedResponse {
  const { response, assertion, expectation } = context;
  const statement = required(onlyChild(assertion, NS.saml, "AuthnStatement"));
  const ends = statement.attributes.has("SessionNotOnOrAfter");
  return {
    responseId: attributeOf(response, "ID"),
    assertionId: required(attributeOf(assertion, "ID")),
    issuer: context.idpEntityId,
    nameId: required(readNameId(required(onlyChild(assertion, NS.saml, "Subject")))),
    sessionIndex: attributeOf(statement, "SessionIndex"),
    sessionNotOnOrAfter: ends ? instantOf(statement, "SessionNotOnOrAfter") : null,
    notOnOrAfter: latestAcceptance(context),
    authnInstant: instantOf(statement, "AuthnInstant"),
    issueInstant: instantOf(assertion, "IssueInstant"),
    attributes: required(readAttributes(assertion)),
    recipient: expectation.acsUrl,
    assertionSigned,
  };
}
