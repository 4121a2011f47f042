import "server-only";
import type { SamlProviderConfig } from "#lib/config/identity-provider-schema";
import { err, ok, type Result } from "#lib/result";
import { checkResponseShape, findAssertions, findOnlyAssertion } from "./checks/response-shape";
import { checkSignatureAlgorithms } from "./checks/signature-algorithms";
import { checkSignaturePlaces, signatureOf } from "./checks/signature-places";
import { checkSignatureShape } from "./checks/signature-shape";
import { checkStatus } from "./checks/status";
import { checkUniqueIds } from "./checks/unique-ids";
import { decryptAssertion } from "./decrypt-assertion";
import type { SamlMessage } from "./read-message";
import type { SamlRefusal } from "./saml-refusal";
import { type SignedPart, verifySignature } from "./verify-signature";
import { attributeOf, isNamed, type XmlElement } from "./xml-element";
import { NS } from "./xml-namespaces";

/** Response and assertion as their signatures vouch for them. The response's own attributes may be unsigned. */
export type OpenedResponse = {
  readonly response: XmlElement;
  readonly responseSigned: boolean;
  readonly assertion: XmlElement;
  readonly assertionSigned: boolean;
};

type Part = { readonly xml: string; readonly root: XmlElement; readonly part: SignedPart };

const refuse = (code: SamlRefusal["code"], detail?: string) => err<SamlRefusal>(detail ? { code, detail } : { code });

/** The element as it was signed, the same one as was read before; null when it has no signature. */
export function requireSound(part: Part, certificates: readonly string[]): Result<XmlElement | null, SamlRefusal> {
  const signature = signatureOf(part.root);
  if (signature === null) return ok(null);
  const wrong = checkSignatureShape(part.root, signature) ?? checkSignatureAlgorithms(signature);
  if (wrong !== null) return err(wrong);
  const verified = verifySignature(part.xml, part.part, certificates);
  const same =
    verified !== null &&
    isNamed(verified, part.root.namespace, part.root.name) &&
    attributeOf(verified, "ID") === attributeOf(part.root, "ID");
  return same ? ok(verified) : refuse("saml_signature_invalid");
}

function openEncrypted(response: XmlElement, encrypted: XmlElement, key: string | null): Result<Part, SamlRefusal> {
  if (key === null) return refuse("saml_decryption_failed", "no decryption key is configured");
  const decrypted = decryptAssertion(encrypted, key);
  if (!decrypted.ok) return decrypted;
  const { xml, root } = decrypted.value;
  if (!isNamed(root, NS.saml, "Assertion") || findAssertions(root).length !== 1) {
    return refuse("saml_assertion_malformed", "what was decrypted is not one Assertion");
  }
  const wrong = checkUniqueIds(response, root) ?? checkSignaturePlaces(root, [root]);
  return wrong === null ? ok({ xml, root, part: "root" }) : err(wrong);
}

function openAssertion(xml: string, response: XmlElement, provider: SamlProviderConfig): Result<Part, SamlRefusal> {
  const found = findOnlyAssertion(response);
  if (found === null) return refuse("saml_response_malformed", "not exactly one assertion in its place");
  if (found.name === "EncryptedAssertion")
    return openEncrypted(response, found, provider.decryption?.privateKey ?? null);
  return provider.requireEncryptedAssertion
    ? refuse("saml_encryption_missing")
    : ok({ xml, root: found, part: "assertion" });
}

function checkBeforeSignatures(root: XmlElement): SamlRefusal | null {
  const wrong = checkResponseShape(root) ?? checkStatus(root) ?? checkUniqueIds(root);
  if (wrong !== null) return wrong;
  const assertion = findOnlyAssertion(root);
  if (assertion === null) return { code: "saml_response_malformed", detail: "not exactly one assertion in its place" };
  return checkSignaturePlaces(root, [root, assertion]);
}

/**
 * Takes a response apart: shape, then signatures ("verify any signatures present", SAML profiles 4.1.4.3), then, where
 * encrypted, the assertion. At least one of response and assertion is signed, and every signature there is holds.
 */
export function openResponse(
  message: SamlMessage,
  certificates: readonly string[],
  provider: SamlProviderConfig,
): Result<OpenedResponse, SamlRefusal> {
  const wrong = checkBeforeSignatures(message.root);
  if (wrong !== null) return err(wrong);
  const signedResponse = requireSound({ ...message, part: "root" }, certificates);
  if (!signedResponse.ok) return signedResponse;
  const response = signedResponse.value ?? message.root;
  const part = openAssertion(message.xml, response, provider);
  if (!part.ok) return part;
  // What was verified of the response no longer holds its signature, but still the assertion's.
  const signedAssertion = requireSound(part.value, certificates);
  if (!signedAssertion.ok) return signedAssertion;
  const responseSigned = signedResponse.value !== null;
  const assertionSigned = signedAssertion.value !== null;
  if (!responseSigned && !assertionSigned) return refuse("saml_signature_missing");
  return ok({ response, responseSigned, assertion: signedAssertion.value ?? part.value.root, assertionSigned });
}
