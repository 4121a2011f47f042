import { attributeOf } from "../xml-element";
import type { Check } from "./check";

/**
 * The response answers the request that this browser sent. An unsolicited one names no request (SAML profiles 4.1.5) and
 * is refused unless the IdP is configured for it. The confirmation's own InResponseTo is looked at in `confirmation`.
 */
export const checkInResponseTo: Check = ({ response, expectation, allowIdpInitiated }) => {
  const inResponseTo = attributeOf(response, "InResponseTo");
  if (expectation.requestId === null && !allowIdpInitiated) return { code: "saml_unsolicited_refused" };
  return inResponseTo === expectation.requestId ? null : { code: "saml_in_response_to_wrong" };
};
