import { expect, test } from "vitest";
import { type Facts, makeResponse, toBase64 } from "./fixtures/honest-response";
import { NOW, REQUEST_ID, SP, TEST_IDP, testProvider } from "./fixtures/test-ends";
import { verifyAwsResponse } from "./verify-aws-response";

const AWS = { acsUrl: "https://signin.aws.amazon.com/saml", audience: "urn:amazon:webservices" };

async function verify(
  facts: Partial<Facts>,
  change: Record<string, unknown> = { aws: {} },
  edit = (xml: string) => xml,
) {
  const verified = await verifyAwsResponse({
    samlResponse: toBase64(makeResponse({ facts, editResponse: edit })),
    sp: SP,
    idp: TEST_IDP,
    provider: testProvider(change),
    now: NOW,
    requestId: REQUEST_ID,
  });
  return verified.ok ? verified.value.recipient : verified.error.code;
}

test("a response addressed to AWS is accepted, with either address as Destination", async () => {
  expect(await verify(AWS)).toBe(AWS.acsUrl);
  const here = (xml: string) => xml.replace(`Destination="${AWS.acsUrl}"`, `Destination="${SP.awsAcsUrl}"`);
  expect(await verify(AWS, { aws: {} }, here)).toBe(AWS.acsUrl);
});

test("the application's own recipient and audience are what counts", async () => {
  const aws = { entityId: "urn:corp:aws", recipient: "https://eu-west-1.signin.aws.amazon.com/saml" };
  expect(await verify({ acsUrl: aws.recipient, audience: aws.entityId }, { aws })).toBe(aws.recipient);
  expect(await verify(AWS, { aws })).toBe("saml_destination_wrong");
});

test("a response for the portal's own application is refused", async () => {
  expect(await verify({})).toBe("saml_destination_wrong");
  expect(await verify({ acsUrl: AWS.acsUrl })).toBe("saml_audience_wrong");
});

test("an unsolicited one is refused even where IdP-initiated sign-in is switched on", async () => {
  const change = { aws: {}, allowIdpInitiated: true };
  const without = (xml: string) => xml.replace(/ InResponseTo="[^"]*"/, "");
  expect(await verify(AWS, change, without)).toBe("saml_in_response_to_wrong");
});

test("nothing is accepted where no such application is configured", async () => {
  expect(await verify(AWS, {})).toBe("saml_unsolicited_refused");
});
