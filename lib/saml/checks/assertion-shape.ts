import { attributeOf, childElements, childrenNamed, holdsElementsOnly } from "../xml-element";
import { NS } from "../xml-namespaces";
import type { Check } from "./check";

const EXACTLY_ONCE = ["Issuer", "Subject", "Conditions", "AuthnStatement"];
const ALLOWED = new Set([...EXACTLY_ONCE, "AttributeStatement", "Advice"]);

const refused = (detail: string) => ({ code: "saml_assertion_malformed", detail }) as const;

/** Exactly one each of what a sign-in needs (SAML profiles 4.1.4.2), and nothing that is not of an Assertion. */
export const checkAssertionShape: Check = ({ assertion }) => {
  if (!attributeOf(assertion, "ID")) return refused("no ID");
  const foreign = childElements(assertion).some(
    ({ namespace, name }) =>
      !(namespace === NS.saml && ALLOWED.has(name)) && !(namespace === NS.ds && name === "Signature"),
  );
  if (foreign || !holdsElementsOnly(assertion)) return refused("unexpected content");
  const wrong = EXACTLY_ONCE.find((name) => childrenNamed(assertion, NS.saml, name).length !== 1);
  return wrong === undefined ? null : refused(`not exactly one ${wrong}`);
};
