import { readAttributes } from "../attributes";
import type { Check } from "./check";

/** Statements hold SAML's own attributes and nothing else; a value is text or elements, not both. */
export const checkAttributes: Check = ({ assertion }) =>
  readAttributes(assertion) === null ? { code: "saml_attributes_malformed" } : null;
