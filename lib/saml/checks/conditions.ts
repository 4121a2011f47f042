import { parseInstant } from "../instant";
import { attributeOf, childElements, onlyChild, type XmlElement } from "../xml-element";
import { NS } from "../xml-namespaces";
import type { Check } from "./check";

/** OneTimeUse is met, since nothing is accepted twice; ProxyRestriction binds those who issue assertions on this one. */
const UNDERSTOOD = new Set(["AudienceRestriction", "OneTimeUse", "ProxyRestriction"]);

/** A condition that is not understood makes the assertion indeterminate (SAML core 2.5.1.1): refused. */
export const checkConditionsKnown: Check = ({ assertion }) => {
  const conditions = onlyChild(assertion, NS.saml, "Conditions");
  const unknown = (child: XmlElement) => child.namespace !== NS.saml || !UNDERSTOOD.has(child.name);
  return conditions === null || childElements(conditions).some(unknown) ? { code: "saml_conditions_unknown" } : null;
};

/** Between NotBefore, where given, and NotOnOrAfter, which has to be; a window that ends before it begins is none. */
export const checkConditionsTime: Check = ({ assertion, nowMs, clockSkewMs }) => {
  const conditions = onlyChild(assertion, NS.saml, "Conditions");
  const bound = (name: string) => parseInstant(conditions && attributeOf(conditions, name));
  const [notBeforeMs, notOnOrAfterMs] = [bound("NotBefore"), bound("NotOnOrAfter")];
  const refused = { code: "saml_conditions_not_met" } as const;
  if (notOnOrAfterMs === null || nowMs >= notOnOrAfterMs + clockSkewMs) return refused;
  if (!conditions?.attributes.has("NotBefore")) return null;
  return notBeforeMs === null || notBeforeMs >= notOnOrAfterMs || nowMs < notBeforeMs - clockSkewMs ? refused : null;
};
