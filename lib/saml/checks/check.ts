import type { SamlRefusal } from "../saml-refusal";
import type { XmlElement } from "../xml-element";

/** What a response has to agree with. */
export type ResponseExpectation = {
  /** ID of the AuthnRequest that this browser sent; null when none was, which only an IdP-initiated sign-in may be. */
  readonly requestId: string | null;
  /** The Recipient: the configured ACS URL, never one from the Host header. */
  readonly acsUrl: string;
  readonly audience: string;
  /** Further addresses that Destination may name beside `acsUrl`. */
  readonly destinations?: readonly string[];
};

/** What the rules look at: verified elements where there is a signature over them, and what was expected. */
export type CheckContext = {
  readonly response: XmlElement;
  readonly responseSigned: boolean;
  readonly assertion: XmlElement;
  readonly idpEntityId: string;
  readonly allowIdpInitiated: boolean;
  readonly expectation: ResponseExpectation;
  readonly nowMs: number;
  readonly clockSkewMs: number;
};

/** One rule: null when it holds. */
export type Check = (context: CheckContext) => SamlRefusal | null;
