import { parseInstant } from "../instant";
import { attributeOf, type XmlElement } from "../xml-element";
import type { Check } from "./check";

/** AWS takes an assertion for as long after its issue; a sign-in in a browser takes seconds. */
export const MAX_AGE_MS = 5 * 60_000;

export function isFresh(message: XmlElement, nowMs: number, clockSkewMs: number): boolean {
  const issuedMs = parseInstant(attributeOf(message, "IssueInstant"));
  return issuedMs !== null && issuedMs <= nowMs + clockSkewMs && nowMs < issuedMs + MAX_AGE_MS + clockSkewMs;
}

/** Response and assertion were issued within the last five minutes, and not in the future. */
export const checkIssueInstant: Check = ({ response, assertion, nowMs, clockSkewMs }) =>
  [response, assertion].every((message) => isFresh(message, nowMs, clockSkewMs))
    ? null
    : { code: "saml_issue_instant_refused" };
