import { parseInstant } from "../instant";
import { attributeOf, onlyChild } from "../xml-element";
import { NS } from "../xml-namespaces";
import type { Check } from "./check";

/** Somebody authenticated, at a time that is not ahead of us (SAML core 2.7.2). */
export const checkAuthnStatement: Check = ({ assertion, nowMs, clockSkewMs }) => {
  const statement = onlyChild(assertion, NS.saml, "AuthnStatement");
  const authnMs = parseInstant(statement && attributeOf(statement, "AuthnInstant"));
  const holds = authnMs !== null && authnMs <= nowMs + clockSkewMs;
  return holds ? null : { code: "saml_authn_statement_refused" };
};

/** The IdP's own session has not ended. The portal's ends with it at the latest. */
export const checkSessionEnd: Check = ({ assertion, nowMs, clockSkewMs }) => {
  const statement = onlyChild(assertion, NS.saml, "AuthnStatement");
  if (!statement?.attributes.has("SessionNotOnOrAfter")) return null;
  const endMs = parseInstant(attributeOf(statement, "SessionNotOnOrAfter"));
  return endMs !== null && nowMs < endMs + clockSkewMs ? null : { code: "saml_session_expired" };
};
