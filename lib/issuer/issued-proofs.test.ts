import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMParser } from "@xmldom/xmldom";
import { createLocalJWKSet, decodeProtectedHeader, importX509, jwtVerify } from "jose";
import { beforeAll, describe, expect, test } from "vitest";
import { memoryKeyStore } from "./fixtures/key-store";
import { issueIdToken } from "./id-token";
import { buildDiscovery, buildJwks } from "./oidc-documents";
import { buildIdpMetadata } from "./saml-metadata";
import { issueSamlResponse, type SamlResponseRequest } from "./saml-response";
import { ensureSigningKeys, type SigningKeys } from "./signing-keys";

const NOW = new Date("2026-11-21T10:00:00Z");
const policy = { rotationSeconds: 90 * 86_400, overlapSeconds: 7 * 86_400 };
const ISSUER = "https://aws.example.com/oidc";

let keys: SigningKeys;
beforeAll(async () => {
  keys = await ensureSigningKeys(memoryKeyStore(), { now: NOW, policy });
});

const tokenFor = (over: Partial<Parameters<typeof issueIdToken>[0]> = {}) =>
  issueIdToken({
    issuer: ISSUER,
    key: keys.active,
    subject: "corp:alice",
    tags: [{ key: "Department", value: "Payments" }],
    transitiveTagKeys: ["Department"],
    sourceIdentity: "alice@example.com",
    now: NOW,
    jti: "one",
    ...over,
  });

const samlRequest = (over: Partial<SamlResponseRequest> = {}): SamlResponseRequest => ({
  idpEntityId: "https://aws.example.com/saml/metadata",
  key: keys.active,
  recipient: "https://signin.aws.amazon.com/saml",
  roleArn: "arn:aws:iam::111122223333:role/Dev",
  providerArn: "arn:aws:iam::111122223333:saml-provider/gatehouse",
  subject: "corp:alice",
  roleSessionName: "alice@example.com",
  sourceIdentity: "alice@example.com",
  tags: [{ key: "Department", value: "Payments" }],
  transitiveTagKeys: ["Department"],
  durationSeconds: 3600,
  now: NOW,
  ids: { response: "_r1", assertion: "_a1" },
  ...over,
});

describe("the keys", () => {
  test("are made once by three instances that start together", async () => {
    const store = memoryKeyStore();
    const started = await Promise.all([1, 2, 3].map(() => ensureSigningKeys(store, { now: NOW, policy })));
    expect(new Set(started.map(({ active }) => active.kid)).size).toBe(1);
    expect(store.keys).toHaveLength(1);
  });

  test("are RSA of 2048 bits, in a certificate that names them and that they signed", () => {
    const certificate = new X509Certificate(keys.active.certificatePem);
    expect(certificate.publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.publicKey.export({ format: "jwk" }).n).toBe(keys.active.publicJwk.n);
  });
});

describe("the issuer's documents", () => {
  test("name the issuer exactly and lead to the keys", () => {
    expect(buildDiscovery(ISSUER)).toMatchObject({ issuer: ISSUER, jwks_uri: `${ISSUER}/jwks` });
  });

  test("publish no private part, and the certificate of each key, the active one first", async () => {
    const jwks = buildJwks(keys.published);
    expect(JSON.stringify(jwks)).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
    const [first] = jwks.keys;
    expect(first?.kid).toBe(keys.active.kid);
    const pem = `-----BEGIN CERTIFICATE-----\n${first?.x5c[0]}\n-----END CERTIFICATE-----`;
    await expect(
      jwtVerify(await tokenFor(), await importX509(pem, "RS256"), { currentDate: NOW }),
    ).resolves.toBeTruthy();
  });

  test("as SAML metadata are long enough for IAM and hold every published certificate", () => {
    const xml = buildIdpMetadata({
      entityId: "https://a.example/saml/metadata",
      ssoUrl: "https://a.example/",
      keys: keys.published,
    });
    expect(xml.length).toBeGreaterThanOrEqual(1000);
    const document = new DOMParser().parseFromString(xml, "text/xml");
    expect(document.documentElement.getAttribute("entityID")).toBe("https://a.example/saml/metadata");
    expect(document.getElementsByTagNameNS("*", "X509Certificate")).toHaveLength(keys.published.length);
  });
});

describe("the ID token for AWS", () => {
  test("carries what STS asks for: exact audience, minutes of life, a jti, tags as lists of one, no azp", async () => {
    const token = await tokenFor();
    const { payload } = await jwtVerify(token, createLocalJWKSet(buildJwks(keys.published)), {
      issuer: ISSUER,
      audience: "sts.amazonaws.com",
      currentDate: NOW,
    });
    const issuedAt = NOW.getTime() / 1000;
    expect(payload).toEqual({
      iss: ISSUER,
      sub: "corp:alice",
      aud: "sts.amazonaws.com",
      iat: issuedAt,
      nbf: issuedAt,
      exp: issuedAt + 300,
      jti: "one",
      "https://aws.amazon.com/tags": {
        principal_tags: { Department: ["Payments"] },
        transitive_tag_keys: ["Department"],
      },
      "https://aws.amazon.com/source_identity": "alice@example.com",
    });
    expect(decodeProtectedHeader(token)).toEqual({ alg: "RS256", typ: "JWT", kid: keys.active.kid });
  });

  test("leaves out what is not configured", async () => {
    const token = await tokenFor({ tags: [], transitiveTagKeys: [], sourceIdentity: null });
    const { payload } = await jwtVerify(token, createLocalJWKSet(buildJwks(keys.published)), { currentDate: NOW });
    expect(Object.keys(payload).some((name) => name.startsWith("https://"))).toBe(false);
  });
});

/** Debian's xmlsec1, which shares no code with what signed. Throws when the signature does not hold. */
function verifyWithXmlsec(xml: string): void {
  const directory = mkdtempSync(join(tmpdir(), "gatehouse-xmlsec-"));
  try {
    writeFileSync(join(directory, "response.xml"), xml);
    writeFileSync(join(directory, "certificate.pem"), keys.active.certificatePem);
    const id = "urn:oasis:names:tc:SAML:2.0:assertion:Assertion";
    const args = ["--verify", "--id-attr:ID", id, "--pubkey-cert-pem", "certificate.pem", "response.xml"];
    execFileSync("/usr/bin/xmlsec1", args, { cwd: directory, stdio: "pipe" });
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const attributesOf = (xml: string) => {
  const found = new DOMParser().parseFromString(xml, "text/xml").getElementsByTagNameNS("*", "Attribute");
  return new Map(Array.from(found, (attribute) => [attribute.getAttribute("Name"), attribute.textContent]));
};

describe("the SAML response for AWS", () => {
  const issue = (over?: Partial<SamlResponseRequest>) =>
    Buffer.from(issueSamlResponse(samlRequest(over)), "base64").toString("utf8");

  test("verifies with xmlsec1, and no longer when a character of it changed", () => {
    const xml = issue();
    expect(() => verifyWithXmlsec(xml)).not.toThrow();
    expect(() => verifyWithXmlsec(xml.replace("role/Dev", "role/Adm"))).toThrow();
  });

  test("has its one signature on the assertion, right behind the issuer", () => {
    const document = new DOMParser().parseFromString(issue(), "text/xml");
    const signatures = document.getElementsByTagNameNS("*", "Signature");
    expect(signatures).toHaveLength(1);
    expect(signatures[0]?.parentNode?.nodeName).toBe("saml:Assertion");
    expect(signatures[0]?.previousSibling?.nodeName).toBe("saml:Issuer");
  });

  test("names one role and provider, the session, and everything for five minutes", () => {
    const xml = issue();
    const base = "https://aws.amazon.com/SAML/Attributes";
    expect(Object.fromEntries(attributesOf(xml))).toEqual({
      [`${base}/Role`]: "arn:aws:iam::111122223333:role/Dev,arn:aws:iam::111122223333:saml-provider/gatehouse",
      [`${base}/RoleSessionName`]: "alice@example.com",
      [`${base}/SessionDuration`]: "3600",
      [`${base}/SourceIdentity`]: "alice@example.com",
      [`${base}/PrincipalTag:Department`]: "Payments",
      [`${base}/TransitiveTagKeys`]: "Department",
    });
    expect(xml.match(/NotOnOrAfter="2026-11-21T10:05:00Z"/g)).toHaveLength(2);
    expect(xml).toContain("<saml:Audience>urn:amazon:webservices</saml:Audience>");
    expect(xml).toContain('Recipient="https://signin.aws.amazon.com/saml"');
  });

  test("XML injection through a claim: the value stays one value, and the signature holds", () => {
    const value = `"/></saml:AttributeValue><saml:Attribute Name="x">&amp;<![CDATA[`;
    const xml = issue({ tags: [{ key: "Department", value }] });
    expect(attributesOf(xml).get("https://aws.amazon.com/SAML/Attributes/PrincipalTag:Department")).toBe(value);
    expect(() => verifyWithXmlsec(xml)).not.toThrow();
  });

  test("refuses to write characters that XML cannot hold", () => {
    expect(() => issue({ subject: "a\u0000b" })).toThrow(/XML cannot hold/);
  });
});
