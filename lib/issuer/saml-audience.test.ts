import { DOMParser } from "@xmldom/xmldom";
import { beforeAll, describe, expect, test } from "vitest";
import { memoryKeyStore } from "./fixtures/key-store";
import { listSamlAudiences } from "./saml-audience";
import { issueSamlResponse } from "./saml-response";
import { ensureSigningKeys, type SigningKeys } from "./signing-keys";

const NOW = new Date("2026-11-21T10:00:00Z");

let keys: SigningKeys;
beforeAll(async () => {
  keys = await ensureSigningKeys(memoryKeyStore(), { now: NOW, policy: { rotationSeconds: 3600, overlapSeconds: 60 } });
});

const issueFor = (partition: string) => {
  const response = issueSamlResponse({
    idpEntityId: "https://aws.example.com/saml/metadata",
    key: keys.active,
    recipient: "https://signin.aws.amazon.com/saml",
    roleArn: `arn:${partition}:iam::111122223333:role/Dev`,
    providerArn: `arn:${partition}:iam::111122223333:saml-provider/gatehouse`,
    subject: "corp:alice",
    roleSessionName: "alice",
    sourceIdentity: null,
    tags: [],
    transitiveTagKeys: [],
    durationSeconds: 900,
    now: NOW,
    ids: { response: "_r1", assertion: "_a1" },
  });
  return new DOMParser().parseFromString(Buffer.from(response, "base64").toString("utf8"), "text/xml");
};

describe("the audience of an assertion", () => {
  test.each([
    ["aws", ["urn:amazon:webservices"]],
    ["aws-cn", ["urn:amazon:webservices", "urn:amazon:webservices:cn-north-1"]],
    ["aws-us-gov", ["urn:amazon:webservices", "urn:amazon:webservices:govcloud"]],
    ["aws-eusc", ["urn:amazon:webservices"]],
  ])("is AWS by the names it has in %s, any of which is enough", (partition, names) => {
    const document = issueFor(partition);
    const audiences = document.getElementsByTagNameNS("*", "Audience");
    expect(Array.from(audiences, ({ textContent }) => textContent)).toEqual(names);
    expect(document.getElementsByTagNameNS("*", "AudienceRestriction")).toHaveLength(1);
  });

  test("is never guessed for what is no role", () => {
    expect(() => listSamlAudiences("arn:aws:iam::111122223333:user/Dev")).toThrow(/no role/);
  });
});
