import samlify from "samlify";
import type { KeyAndCertificate } from "../self-signed-certificate";
import { POST_BINDING, REDIRECT_BINDING } from "./namespaces";
import { checkWellFormed } from "./read-xml";

export type SamlifyIdp = ReturnType<typeof samlify.IdentityProvider>;

export const NAME_ID_FORMATS = {
  persistent: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
  transient: "urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
  email: "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
} as const;

// samlify refuses to read a message before a validator is set. It keeps one for the whole process.
samlify.setSchemaValidator({
  validate: async (xml) => {
    checkWellFormed(xml);
    return "well-formed";
  },
});

/** The IdP as samlify sees it. `demandSignatures`: whether messages of service providers must be signed to be read. */
export function createIdentityProvider(options: {
  readonly url: string;
  readonly keys: KeyAndCertificate;
  readonly demandSignatures: boolean;
}): SamlifyIdp {
  const at = (path: string) =>
    [REDIRECT_BINDING, POST_BINDING].map((binding) => ({ Binding: binding, Location: `${options.url}${path}` }));
  return samlify.IdentityProvider({
    entityID: `${options.url}/metadata`,
    signingCert: options.keys.certificate,
    privateKey: options.keys.privateKey,
    requestSignatureAlgorithm: RSA_SHA256,
    wantAuthnRequestsSigned: options.demandSignatures,
    wantLogoutRequestSigned: options.demandSignatures,
    wantLogoutResponseSigned: options.demandSignatures,
    nameIDFormat: Object.values(NAME_ID_FORMATS),
    singleSignOnService: at("/sso"),
    singleLogoutService: at("/slo"),
  });
}

export const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
