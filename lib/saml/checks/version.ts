import { attributeOf, type XmlElement } from "../xml-element";
import type { Check } from "./check";

const isTwo = (element: XmlElement) => attributeOf(element, "Version") === "2.0";

/** Version 2.0 of both (SAML core 2.3.3 and 3.2.2). */
export const checkVersion: Check = ({ response, assertion }) =>
  isTwo(response) && isTwo(assertion) ? null : { code: "saml_version_wrong" };
