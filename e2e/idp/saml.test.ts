import { ValidateInResponseTo } from "@node-saml/node-saml";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { createBrowser, readForm } from "./browser";
import { PEOPLE } from "./people";
import { createSelfSignedCertificate } from "./self-signed-certificate";
import { ACS, AWS_RECIPIENT, PORTAL, PROVIDER, ROLE, readResponseXml, startTestPortal } from "./test-portal";

const AWS = "https://aws.amazon.com/SAML/Attributes";
const otherKeys = createSelfSignedCertificate({ commonName: "other", now: new Date(), days: 2 });
const { idp, portal, signIn, verified, close } = await startTestPortal();
afterEach(() => void idp.controls.reset());
afterAll(close);

describe("the SAML stand-in", () => {
  it("posts a response that node-saml verifies, with attributes, NameID and session", async () => {
    const result = await signIn("developer");
    expect(readForm(result.page)).toMatchObject({ action: ACS, hidden: { RelayState: "relay-1" } });
    const profile = await verified(result);
    expect(profile.nameID).toBe(PEOPLE[1]?.subject);
    expect(profile.sessionIndex).toMatch(/^_/);
    expect(profile.attributes).toMatchObject({
      mail: "ben.lindqvist@example.com",
      displayName: "Ben Lindqvist",
      department: "Payments",
      groups: ["all-staff", "engineering", "payments-developers"],
      [`${AWS}/Role`]: `${ROLE},${PROVIDER}`,
      [`${AWS}/RoleSessionName`]: "ben.lindqvist@example.com",
      [`${AWS}/PrincipalTag:Team`]: "Payments",
    });
    const xml = readResponseXml(result.page);
    expect(xml).toContain(`Recipient="${ACS}"`);
    expect(xml).toMatch(/SessionNotOnOrAfter="\d{4}-/);
  });

  it("says nothing to AWS about people without roles there", async () => {
    expect(Object.keys((await verified(await signIn("no-access"))).attributes ?? {})).not.toContain(`${AWS}/Role`);
  });

  it.each(["assertion", "response"] as const)("signs only the %s when told", async (sign) => {
    idp.controls.set({ sign });
    const overrides = { wantAssertionsSigned: sign === "assertion", wantAuthnResponseSigned: sign === "response" };
    const result = await signIn("developer", portal(overrides));
    expect(readResponseXml(result.page).match(/<ds:Signature /g)).toHaveLength(1);
    expect((await verified(result)).nameID).toBeTruthy();
  });

  it.each(["oaep-mgf1p-sha256", "oaep-mgf1p-sha1"] as const)("encrypts assertions (%s)", async (encrypt) => {
    idp.controls.set({ encrypt });
    const result = await signIn("developer");
    expect(readResponseXml(result.page)).not.toContain("ben.lindqvist");
    expect(readResponseXml(result.page)).toContain("aes256-gcm");
    expect((await verified(result)).attributes).toMatchObject({ mail: "ben.lindqvist@example.com" });
  });

  it("comes straight back on a bounce, and shows the form again with ForceAuthn", async () => {
    const { browser } = await signIn("developer");
    expect((await signIn("developer", portal(), browser)).sawForm).toBe(false);
    expect((await signIn("developer", portal({ forceAuthn: true }), browser)).sawForm).toBe(true);
  });

  it("answers NoPassive to a passive request when nobody is signed in", async () => {
    const sp = portal({ passive: true });
    const page = await createBrowser(PORTAL).open(await sp.getAuthorizeUrlAsync("r", undefined, {}));
    expect(readResponseXml(page)).toContain("status:NoPassive");
  });

  it("takes requests by HTTP-POST too", async () => {
    const browser = createBrowser(PORTAL);
    const sp = portal({ authnRequestBinding: "HTTP-POST", skipRequestCompression: true });
    const html = await sp.getAuthorizeFormAsync("relay-2");
    const start = { url: `${PORTAL}/x`, status: 200, html: html.replace(/<input[^>]*>/g, asHidden), left: null };
    const form = await browser.submit(start, {});
    expect(form.html).toContain("Choose who you are");
    const page = await browser.submit(form, { person: "admin" });
    expect((await verified({ sp, page })).attributes).toMatchObject({ mail: "amara.okafor@example.com" });
  });

  it("refuses a request that is not signed, or not with the key of the metadata", async () => {
    const forged = portal({ privateKey: otherKeys.privateKey });
    const signed = new URL(await forged.getAuthorizeUrlAsync("r", undefined, {}));
    expect((await createBrowser(PORTAL).open(signed.href)).status).toBe(400);
    for (const name of ["Signature", "SigAlg"]) signed.searchParams.delete(name);
    expect((await createBrowser(PORTAL).open(signed.href)).status).toBe(400);
  });

  it("refuses an ACS that the metadata does not name, and an unknown application", async () => {
    const elsewhere = portal({ callbackUrl: "https://evil.example/acs" });
    expect((await signIn("developer", elsewhere)).page.status).toBe(400);
    expect((await signIn("developer", portal({ issuer: "urn:unknown" }))).page.status).toBe(400);
  });

  it("starts at the identity provider when asked: no InResponseTo", async () => {
    const browser = createBrowser(PORTAL);
    const form = await browser.open(`${idp.url}/idp-initiated?sp=portal`);
    const page = await browser.submit(form, { person: "auditor" });
    expect(readResponseXml(page)).not.toContain("InResponseTo");
    const sp = portal({ validateInResponseTo: ValidateInResponseTo.never });
    expect((await verified({ sp, page })).attributes).toMatchObject({ displayName: "Élodie Martin" });
  });

  it("addresses the second application's assertions to AWS", async () => {
    const sp = portal({
      issuer: "urn:amazon:webservices",
      audience: "urn:amazon:webservices",
      callbackUrl: `${PORTAL}/api/saml/corp/aws-acs`,
    });
    const result = await signIn("developer", sp);
    expect(readForm(result.page).action).toBe(`${PORTAL}/api/saml/corp/aws-acs`);
    expect(readResponseXml(result.page)).toContain(`Recipient="${AWS_RECIPIENT}"`);
    expect((await verified(result)).attributes).toMatchObject({ [`${AWS}/Role`]: `${ROLE},${PROVIDER}` });
  });

  it("names attributes and shapes groups as other vendors do", async () => {
    idp.controls.set({ attributeNames: "entra", groups: "overage", extraAttributes: { costCenter: ["7", "8"] } });
    const overage = (await verified(await signIn("developer"))).attributes;
    expect(overage).toHaveProperty(["http://schemas.microsoft.com/claims/groups.link"]);
    expect(overage).toMatchObject({ costCenter: ["7", "8"] });
    idp.controls.set({ groups: "repeated", attributeNames: "plain" });
    const repeated = readResponseXml((await signIn("developer")).page);
    expect(repeated.match(/<saml:Attribute Name="groups"/g)).toHaveLength(3);
  });

  it("issues stale assertions when told", async () => {
    idp.controls.set({ ageSeconds: 600 });
    await expect(verified(await signIn("developer"))).rejects.toThrow(/subject confirmation/);
  });

  it("publishes metadata large enough for IAM, with both bindings and its certificate", async () => {
    const metadata = await (await fetch(idp.metadataUrl)).text();
    expect(metadata.length).toBeGreaterThan(1000);
    expect(metadata).toContain(`entityID="${idp.entityId}"`);
    expect(metadata.match(/<SingleSignOnService/g)).toHaveLength(2);
    expect(metadata.match(/<SingleLogoutService/g)).toHaveLength(2);
    expect(metadata).toContain(idp.certificate.split("\n")[1]);
  });
});

function asHidden(input: string): string {
  return input.includes('type="hidden"') ? input : input.replace("<input", '<input type="hidden"');
}
