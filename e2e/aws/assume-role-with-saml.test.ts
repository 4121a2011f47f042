import { AssumeRoleWithSAMLCommand, STSClient } from "@aws-sdk/client-sts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mode } from "./sandbox";
import { type RunningAws, startAws } from "./start-aws";
import { type AssertionChange, buildResponse, ENTITY_ID, metadataXml } from "./test-assertion";
import { ACCOUNT, describeAccount, roleArn, SAML_PROVIDER, SIGNIN } from "./test-organisation";

const accounts = [describeAccount("https://unused.example.com", { name: "corp", metadataXml })];
const running = new Map<Mode, RunningAws>();

beforeAll(async () => {
  for (const mode of ["parity", "strict"] as const) running.set(mode, await startAws({ port: 0, mode, accounts }));
});
afterAll(async () => {
  for (const aws of running.values()) await aws.close();
});

type Request = { assertion?: string; role?: string; provider?: string; seconds?: number; mode?: Mode };

async function assume(change: AssertionChange = {}, request: Request = {}) {
  const endpoint = running.get(request.mode ?? "parity")?.url ?? "";
  const sts = new STSClient({ region: "eu-west-1", endpoint, maxAttempts: 1 });
  return sts.send(
    new AssumeRoleWithSAMLCommand({
      RoleArn: request.role ?? roleArn("Saml"),
      PrincipalArn: request.provider ?? SAML_PROVIDER,
      SAMLAssertion: request.assertion ?? buildResponse(change),
      ...(request.seconds === undefined ? {} : { DurationSeconds: request.seconds }),
    }),
  );
}

const secondsUntil = (time: Date | undefined): number => Math.round(((time?.getTime() ?? 0) - Date.now()) / 1000);
const minutes = (count: number): Date => new Date(Date.now() + count * 60_000);

describe("a good assertion", () => {
  it("gives credentials, and answers what AWS answers", async () => {
    const answer = await assume({ attributes: { SourceIdentity: ["ada"], "PrincipalTag:team": ["payments"] } });
    expect(answer).toMatchObject({
      AssumedRoleUser: { Arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Saml/ada@example.com` },
      Subject: "ada@example.com",
      SubjectType: "persistent",
      Issuer: ENTITY_ID,
      Audience: SIGNIN,
      SourceIdentity: "ada",
      NameQualifier: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
    });
    expect(secondsUntil(answer.Credentials?.Expiration)).toBeCloseTo(3600, -1);
    expect(running.get("parity")?.requests().at(-1)).toMatchObject({
      providerArn: SAML_PROVIDER,
      roleSessionName: "ada@example.com",
      sessionTags: { team: "payments" },
      audience: SIGNIN,
      attributes: { "https://aws.amazon.com/SAML/Attributes/PrincipalTag:team": ["payments"] },
    });
  });

  it.each<[string, AssertionChange]>([
    ["the response is signed too", { sign: ["Assertion", "Response"] }],
    ["role and provider are the other way round", { attributes: { Role: [`${SAML_PROVIDER},${roleArn("Saml")}`] } }],
    ["it is addressed to another audience", { audience: "urn:other" }],
    ["it has no audience", { audience: null }],
    ["it is valid from tomorrow", { notBefore: minutes(1440) }],
  ])("is accepted by AWS when %s", async (_, change) => {
    expect(await assume(change)).toHaveProperty("Credentials.AccessKeyId");
  });

  it("may be sent twice to AWS", async () => {
    const assertion = buildResponse();
    await assume({}, { assertion });
    expect(await assume({}, { assertion })).toHaveProperty("Credentials.AccessKeyId");
  });
});

describe("strict mode also refuses", () => {
  it.each<[string, AssertionChange]>([
    ["another audience", { audience: "urn:other" }],
    ["no audience", { audience: null }],
    ["an assertion that is not valid yet", { notBefore: minutes(10) }],
  ])("%s", async (_, change) => {
    await expect(assume(change, { mode: "strict" })).rejects.toMatchObject({
      name: expect.stringMatching(/^InvalidIdentityToken/),
    });
  });

  it("an assertion that was redeemed before", async () => {
    const assertion = buildResponse();
    await assume({}, { assertion, mode: "strict" });
    await expect(assume({}, { assertion, mode: "strict" })).rejects.toThrow("redeemed before");
  });
});

describe("how long credentials last", () => {
  it("is at most until SessionNotOnOrAfter, even below 900 seconds", async () => {
    const answer = await assume({ sessionEndsAt: minutes(10) }, { seconds: 3600 });
    expect(secondsUntil(answer.Credentials?.Expiration)).toBeCloseTo(600, -1);
  });

  it("is shortened by the SessionDuration attribute, never lengthened", async () => {
    const short = await assume({ attributes: { SessionDuration: ["900"] } });
    const long = await assume({ attributes: { SessionDuration: ["7200"] } });
    expect(secondsUntil(short.Credentials?.Expiration)).toBeCloseTo(900, -1);
    expect(secondsUntil(long.Credentials?.Expiration)).toBeCloseTo(3600, -1);
  });

  it("is within the role's maximum, which is an error to exceed", async () => {
    const answer = await assume({}, { seconds: 28_800 });
    expect(secondsUntil(answer.Credentials?.Expiration)).toBeCloseTo(28_800, -1);
    await expect(assume({}, { seconds: 28_801 })).rejects.toThrow(
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
  });
});

describe("an assertion is refused", () => {
  const shape = "Invalid base64 SAMLResponse";
  const signature = "Response signature invalid";
  const sessionName = "RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}";
  it.each<[string, AssertionChange, string]>([
    ["unsigned", { sign: [] }, "mandatory signature"],
    ["with only the response signed", { sign: ["Response"] }, "mandatory signature"],
    ["signed by another key", { key: "foreign" }, signature],
    ["changed after signing", { tamper: (xml) => xml.replaceAll("ada@", "eve@") }, signature],
    [
      "with a broken response signature",
      { sign: ["Assertion", "Response"], tamper: (xml) => xml.replace("status:Success", "status:Nonsense") },
      signature,
    ],
    ["of another issuer", { issuer: "https://evil.example" }, "Issuer not present in specified provider"],
    ["without Recipient", { recipient: null }, shape],
    ["without NotOnOrAfter of the subject", { confirmationEndsAt: null }, shape],
    ["with two SubjectConfirmations", { confirmations: 2 }, shape],
    ["with a NameID without Format", { nameIdFormat: null }, shape],
    ["without Conditions", { withConditions: false }, shape],
    ["without AuthnStatement", { withAuthnStatement: false }, shape],
    ["with a DOCTYPE", { tamper: (xml) => `<!DOCTYPE x>${xml}` }, shape],
    ["that is over for the subject", { confirmationEndsAt: minutes(-1) }, "Response has expired"],
    ["whose conditions are over", { conditionsEndAt: minutes(-1) }, "Response has expired"],
    ["whose session is over", { sessionEndsAt: minutes(-1) }, "Response has expired"],
    ["issued six minutes ago", { issuedAt: minutes(-6) }, "Token must be redeemed within 5 minutes of issuance"],
    [
      "for another role",
      { attributes: { Role: [`${roleArn("Other")},${SAML_PROVIDER}`] } },
      "doesn't contain the requested Role",
    ],
    ["without a session name", { attributes: { RoleSessionName: [] } }, "RoleSessionName is required in AuthnResponse"],
    ["with a space in the session name", { attributes: { RoleSessionName: ["a b"] } }, sessionName],
    ["with a bad source identity", { attributes: { SourceIdentity: ["aws:x"] } }, "Source Identity must match"],
  ])("%s", async (_, change, message) => {
    await expect(assume(change)).rejects.toThrow(message);
  });

  it("when its recipient is not the one that the role trusts", async () => {
    await expect(assume({ recipient: "https://portal.example/acs" })).rejects.toMatchObject({
      name: "AccessDenied",
      message: "Not authorized to perform sts:AssumeRoleWithSAML",
      $metadata: { httpStatusCode: 403 },
    });
    expect(running.get("parity")?.requests().at(-1)?.trust?.statements[0]?.mismatch).toMatchObject({
      conditions: [{ key: "SAML:aud", expected: [SIGNIN], seen: ["https://portal.example/acs"] }],
    });
  });

  it("when a second, unsigned assertion was wrapped around or beside it", async () => {
    const evil = (xml: string) =>
      xml.replace(/<saml:Assertion[\s\S]*<\/saml:Assertion>/, (whole) => {
        const forged = whole.replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, "").replace(/ID="[^"]*"/, 'ID="_evil"');
        return forged.replaceAll("ada@", "eve@") + whole;
      });
    await expect(assume({ tamper: evil })).rejects.toThrow(shape);
    const nested = (xml: string) =>
      xml.replace(
        /<saml:Assertion[\s\S]*<\/saml:Assertion>/,
        (whole) => `<samlp:Extensions>${whole}</samlp:Extensions>`,
      );
    await expect(assume({ tamper: nested })).rejects.toThrow(shape);
  });

  it("when the provider is not registered", async () => {
    await expect(assume({}, { provider: `${SAML_PROVIDER}2` })).rejects.toThrow("Specified provider doesn't exist.");
  });

  it("when it is longer than AWS takes", async () => {
    await expect(assume({}, { assertion: "A".repeat(100_001) })).rejects.toThrow("less than or equal to 100000");
  });
});

it("reads the whole text of a value, whatever comments stand in it", async () => {
  const answer = await assume({ tamper: (xml) => xml.replaceAll("ada@example.com", "ada@example<!-- -->.com") });
  expect(answer.Subject).toBe("ada@example.com");
});
