import { attributeOf } from "../xml-element";
import type { Check } from "./check";

/** Destination is this ACS where it is given; a signed response has to give it (SAML bindings 3.5.5.2). */
export const checkDestination: Check = ({ response, responseSigned, expectation }) => {
  const destination = attributeOf(response, "Destination");
  if (destination === null) return responseSigned ? { code: "saml_destination_wrong", detail: "missing" } : null;
  const accepted = [expectation.acsUrl, ...(expectation.destinations ?? [])];
  return accepted.includes(destination) ? null : { code: "saml_destination_wrong" };
};
