import { childrenNamed, onlyChild, textOf, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";
import type { Check } from "./check";

const names = (restriction: XmlElement, audience: string) =>
  childrenNamed(restriction, NS.saml, "Audience").some((element) => textOf(element) === audience);

/** At least one AudienceRestriction, and each of them names this service provider (SAML core 2.5.1.4). */
export const checkAudience: Check = ({ assertion, expectation }) => {
  const conditions = onlyChild(assertion, NS.saml, "Conditions");
  const restrictions = conditions === null ? [] : childrenNamed(conditions, NS.saml, "AudienceRestriction");
  const holds =
    restrictions.length > 0 && restrictions.every((restriction) => names(restriction, expectation.audience));
  return holds ? null : { code: "saml_audience_wrong" };
};
