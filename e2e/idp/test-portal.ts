import { createServer } from "node:http";
import { type Profile, SAML, type SamlConfig, ValidateInResponseTo } from "@node-saml/node-saml";
import { createBrowser, type Page, readForm } from "./browser";
import { PEOPLE, type PersonId } from "./people";
import { startSamlIdp } from "./saml";
import { createSelfSignedCertificate } from "./self-signed-certificate";

export const PORTAL = "http://localhost:4000";
export const ACS = `${PORTAL}/api/saml/corp/acs`;
export const SLO = `${PORTAL}/api/saml/corp/slo`;
export const AWS_RECIPIENT = "https://signin.aws.amazon.com/saml";
export const ROLE = "arn:aws:iam::111111111111:role/Developer";
export const PROVIDER = "arn:aws:iam::111111111111:saml-provider/corp";

export const readResponse = (page: Page): string => readForm(page).hidden.SAMLResponse ?? "";
export const readResponseXml = (page: Page): string => Buffer.from(readResponse(page), "base64").toString("utf8");

/** The stand-in, and node-saml in the portal's place: two implementations that must understand each other. */
export async function startTestPortal() {
  const keys = createSelfSignedCertificate({ commonName: "portal", now: new Date(), days: 2 });
  let metadata = "";
  const metadataServer = createServer((_, response) => void response.end(metadata));
  await new Promise<void>((resolve) => metadataServer.listen(0, "127.0.0.1", resolve));
  const address = metadataServer.address();
  const port = typeof address === "object" ? address?.port : 0;
  const idp = await startTestIdp(`http://127.0.0.1:${port}/`);

  const portal = (overrides: Partial<SamlConfig> = {}) =>
    new SAML({
      callbackUrl: ACS,
      issuer: `${PORTAL}/api/saml/corp/metadata`,
      audience: `${PORTAL}/api/saml/corp/metadata`,
      idpCert: idp.certificate,
      entryPoint: `${idp.url}/sso`,
      logoutUrl: `${idp.url}/slo`,
      logoutCallbackUrl: SLO,
      privateKey: keys.privateKey,
      publicCert: keys.certificate,
      decryptionPvk: keys.privateKey,
      signatureAlgorithm: "sha256",
      digestAlgorithm: "sha256",
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: true,
      validateInResponseTo: ValidateInResponseTo.always,
      identifierFormat: null,
      disableRequestedAuthnContext: true,
      acceptedClockSkewMs: 0,
      ...overrides,
    });
  metadata = portal().generateServiceProviderMetadata(keys.certificate, keys.certificate);

  const signIn = async (person: PersonId, sp = portal(), browser = createBrowser(PORTAL)) => {
    const form = await browser.open(await sp.getAuthorizeUrlAsync("relay-1", undefined, {}));
    const page = form.html.includes("SAMLResponse") ? form : await browser.submit(form, { person });
    return { browser, sp, page, sawForm: form !== page };
  };
  const verified = async (result: { sp: SAML; page: Page }): Promise<Profile> => {
    const { profile } = await result.sp.validatePostResponseAsync({ SAMLResponse: readResponse(result.page) });
    if (profile === null) throw new Error("no profile");
    return profile;
  };
  const close = async () => {
    await idp.close();
    metadataServer.close();
  };
  return { idp, portal, signIn, verified, close };
}

function startTestIdp(metadataUrl: string) {
  return startSamlIdp({
    port: 0,
    people: PEOPLE,
    serviceProviders: [
      { id: "portal", name: "Gatehouse", metadataUrl },
      {
        id: "aws",
        name: "AWS",
        entityId: "urn:amazon:webservices",
        acsUrl: `${PORTAL}/api/saml/corp/aws-acs`,
        recipient: AWS_RECIPIENT,
      },
    ],
    awsAttributes: (person) => ({
      roles: person.id === "developer" ? [{ roleArn: ROLE, providerArn: PROVIDER }] : [],
      sessionName: person.email,
      principalTags: { Team: person.department },
    }),
  });
}
