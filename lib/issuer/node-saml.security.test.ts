import { SAML } from "@node-saml/node-saml";
import { beforeAll, describe, expect, test } from "vitest";
import { memoryKeyStore } from "./fixtures/key-store";
import { issueSamlResponse } from "./saml-response";
import { ensureSigningKeys, type SigningKeys } from "./signing-keys";

const RECIPIENT = "https://signin.aws.amazon.com/saml";
const policy = { rotationSeconds: 90 * 86_400, overlapSeconds: 7 * 86_400 };

let keys: SigningKeys;
let others: SigningKeys;
beforeAll(async () => {
  keys = await ensureSigningKeys(memoryKeyStore(), { now: new Date(), policy });
  others = await ensureSigningKeys(memoryKeyStore(), { now: new Date(), policy });
});

// node-saml takes no clock: its judgement is of this very moment.
const issue = (now = new Date(), subject = "corp:alice") =>
  issueSamlResponse({
    idpEntityId: "https://aws.example.com/saml/metadata",
    key: keys.active,
    recipient: RECIPIENT,
    roleArn: "arn:aws:iam::111122223333:role/Dev",
    providerArn: "arn:aws:iam::111122223333:saml-provider/gatehouse",
    subject,
    roleSessionName: "alice",
    sourceIdentity: null,
    tags: [{ key: "Department", value: `<&"'>` }],
    transitiveTagKeys: [],
    durationSeconds: 3600,
    now,
    ids: { response: "_r1", assertion: "_a1" },
  });

function verify(samlResponse: string, idpCert = keys.active.certificatePem) {
  const serviceProvider = new SAML({
    callbackUrl: RECIPIENT,
    issuer: "urn:amazon:webservices",
    audience: "urn:amazon:webservices",
    idpCert,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    acceptedClockSkewMs: 0,
  });
  return serviceProvider.validatePostResponseAsync({ SAMLResponse: samlResponse });
}

describe("the SAML response for AWS, read by another implementation", () => {
  test("says who, for which role, with hostile values whole", async () => {
    const { profile } = await verify(issue());
    expect(profile).toMatchObject({
      issuer: "https://aws.example.com/saml/metadata",
      nameID: "corp:alice",
      "https://aws.amazon.com/SAML/Attributes/Role":
        "arn:aws:iam::111122223333:role/Dev,arn:aws:iam::111122223333:saml-provider/gatehouse",
      "https://aws.amazon.com/SAML/Attributes/PrincipalTag:Department": `<&"'>`,
    });
  });

  test("a comment in a subject that a person chose does not cut it short", async () => {
    const { profile } = await verify(issue(new Date(), "admin<!-- -->.evil"));
    expect(profile?.nameID).toBe("admin<!-- -->.evil");
  });

  test("signed by another key is refused", async () => {
    await expect(verify(issue(), others.active.certificatePem)).rejects.toThrow();
  });

  test("is over after five minutes", async () => {
    await expect(verify(issue(new Date(Date.now() - 301_000)))).rejects.toThrow(/expired/i);
  });
});
