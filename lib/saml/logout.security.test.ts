import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readFixture, readPair } from "./fixtures/fixture-file";
import { at, replaceOnce, toBase64 } from "./fixtures/honest-response";
import { signAsIdp } from "./fixtures/sign-as-idp";
import { IDP_ENTITY_ID, NOW, SP, TEST_IDP, testProvider } from "./fixtures/test-ends";
import { parseIdpMetadata, type SamlIdp } from "./idp-metadata";
import { buildLogoutRequest, buildLogoutResponse } from "./logout-message";
import { isSameNameId, type NameId } from "./name-id";
import type { OutgoingMessage } from "./outgoing-message";
import type { IncomingMessage, LogoutInput } from "./read-logout-message";
import { signQuery } from "./sign-message";
import { verifyLogoutRequest, verifyLogoutResponse } from "./verify-logout";

const provider = testProvider({ signing: readPair("test-sp-signing") });
const idpKey = readPair("test-idp").privateKey;
const ALICE: NameId = { value: "alice@example.test", format: null, nameQualifier: null, spNameQualifier: null };

const NAMESPACES =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const envelope = (name: string, content: string, attributes = "") =>
  `<samlp:${name} ${NAMESPACES} ID="_logout" Version="2.0" IssueInstant="${at(-1)}" Destination="${SP.sloUrl}"${attributes}><saml:Issuer>${IDP_ENTITY_ID}</saml:Issuer>${content}</samlp:${name}>`;
const REQUEST = envelope(
  "LogoutRequest",
  "<saml:NameID>alice@example.test</saml:NameID><samlp:SessionIndex>_session</samlp:SessionIndex>",
  ` NotOnOrAfter="${at(240)}"`,
);
const status = (code: string) =>
  `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${code}"/></samlp:Status>`;
const RESPONSE = envelope("LogoutResponse", status("Success"), ' InResponseTo="_ours"');

function redirected(
  xml: string,
  field = "SAMLRequest",
  key: string | null = idpKey,
  relay = "&RelayState=r",
): IncomingMessage {
  const query = `${field}=${encodeURIComponent(deflateRawSync(xml).toString("base64"))}${relay}`;
  return { binding: "redirect", query: key === null ? query : signQuery(query, key) };
}

const posted = (xml: string): IncomingMessage => ({ binding: "post", message: toBase64(xml), relayState: "r" });

const input = (message: IncomingMessage, change: Partial<LogoutInput> = {}): LogoutInput => ({
  message,
  sp: SP,
  idp: TEST_IDP,
  provider,
  now: NOW,
  ...change,
});

function refusalOf(message: IncomingMessage, change: Partial<LogoutInput> = {}): string {
  const verified = verifyLogoutRequest(input(message, change));
  return verified.ok ? `accepted ${verified.value.nameId.value}` : verified.error.code;
}

describe("a LogoutRequest that the IdP signed", () => {
  test.each([
    ["in the query", redirected(REQUEST)],
    ["inside the message", posted(signAsIdp(REQUEST))],
  ])("%s is accepted", (_, message) => {
    expect(verifyLogoutRequest(input(message))).toEqual({
      ok: true,
      value: {
        requestId: "_logout",
        nameId: ALICE,
        sessionIndexes: ["_session"],
        relayState: "r",
        notOnOrAfter: new Date(NOW.getTime() + 300_000),
      },
    });
  });

  test("as SimpleSAMLphp sends it is accepted", () => {
    const { params } = JSON.parse(readFixture("simplesamlphp-logout-request-by-redirect.json"));
    const now = new Date("2026-11-21T03:02:20Z");
    const idp = parseIdpMetadata(readFixture("simplesamlphp-idp-metadata.xml"), { now });
    const query = ["SAMLRequest", "RelayState", "SigAlg", "Signature"]
      .map((name) => `${name}=${encodeURIComponent(params[name])}`)
      .join("&");
    const sp = { ...SP, sloUrl: "http://localhost:3999/saml/slo" };
    const verified = idp.ok && verifyLogoutRequest(input({ binding: "redirect", query }, { idp: idp.value, sp, now }));
    expect(verified).toMatchObject({
      ok: true,
      value: { nameId: { value: "bob@example.test" }, sessionIndexes: ["_d18f4370805008064329a6b232b9889da3aea143f9"] },
    });
  });
});

describe("a LogoutRequest is refused", () => {
  const stranger = readPair("stranger");
  test("unsigned", () => {
    expect(refusalOf(redirected(REQUEST, "SAMLRequest", null))).toBe("saml_signature_missing");
    expect(refusalOf(posted(REQUEST))).toBe("saml_signature_missing");
  });

  test("forged with another key", () => {
    expect(refusalOf(redirected(REQUEST, "SAMLRequest", stranger.privateKey))).toBe("saml_signature_invalid");
    expect(refusalOf(posted(signAsIdp(REQUEST, { pair: stranger })))).toBe("saml_signature_invalid");
  });

  test("changed after signing, its RelayState included", () => {
    const signed = redirected(REQUEST);
    const query = signed.binding === "redirect" ? signed.query : "";
    const changed = (from: string, to: string): IncomingMessage => ({
      binding: "redirect",
      query: replaceOnce(query, from, to),
    });
    expect(refusalOf(changed("RelayState=r", "RelayState=x"))).toBe("saml_signature_invalid");
    expect(refusalOf(changed("&RelayState=r", ""))).toBe("saml_signature_invalid");
    expect(refusalOf(posted(replaceOnce(signAsIdp(REQUEST), "alice@", "bob@")))).toBe("saml_signature_invalid");
  });

  test("with a parameter twice, where which is signed would be a guess", () => {
    const signed = redirected(REQUEST);
    const query = signed.binding === "redirect" ? signed.query : "";
    for (const more of ["SAMLRequest=x", "RelayState=x", "SigAlg=x", "Signature=x"]) {
      expect(refusalOf({ binding: "redirect", query: `${more}&${query}` })).toBe("saml_message_malformed");
      expect(refusalOf({ binding: "redirect", query: `${query}&${more}` })).toBe("saml_message_malformed");
    }
  });

  test("signed with SHA-1", () => {
    const signed = redirected(REQUEST);
    const query = signed.binding === "redirect" ? signed.query : "";
    const sha1 = query.replace(
      /SigAlg=[^&]*/,
      `SigAlg=${encodeURIComponent("http://www.w3.org/2000/09/xmldsig#rsa-sha1")}`,
    );
    expect(refusalOf({ binding: "redirect", query: sha1 })).toBe("saml_algorithm_refused");
    expect(
      refusalOf(posted(signAsIdp(REQUEST, { signatureAlgorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1" }))),
    ).toBe("saml_algorithm_refused");
  });

  test.each([
    ["another issuer", IDP_ENTITY_ID, "https://evil.example", "saml_issuer_wrong"],
    [
      "another destination",
      ` Destination="${SP.sloUrl}"`,
      ' Destination="https://evil.example"',
      "saml_destination_wrong",
    ],
    ["no destination", ` Destination="${SP.sloUrl}"`, "", "saml_destination_wrong"],
    ["an old one", `IssueInstant="${at(-1)}"`, `IssueInstant="${at(-400)}"`, "saml_issue_instant_refused"],
    ["one from the future", `IssueInstant="${at(-1)}"`, `IssueInstant="${at(61)}"`, "saml_issue_instant_refused"],
    ["an expired one", at(240), at(-60), "saml_logout_expired"],
    ["an unreadable end", at(240), "12/31/2099", "saml_logout_expired"],
    ["no NameID", /<saml:NameID>.*<\/saml:NameID>/, "", "saml_subject_malformed"],
    ["two NameIDs", "<saml:NameID>", "<saml:NameID>bob</saml:NameID><saml:NameID>", "saml_subject_malformed"],
    ["a foreign element", "<samlp:SessionIndex>", "<samlp:Evil/><samlp:SessionIndex>", "saml_logout_malformed"],
    ["version 1.1", 'Version="2.0"', 'Version="1.1"', "saml_version_wrong"],
    ["a comment in the NameID", "alice@", "alice<!-- -->@", "saml_message_malformed"],
  ])("%s", (_, from, to, code) => {
    expect(refusalOf(redirected(replaceOnce(REQUEST, from, to)))).toBe(code);
  });

  test("a deflate bomb", () => {
    const startedAt = performance.now();
    expect(refusalOf(redirected(`<a>${"x".repeat(50_000_000)}</a>`))).toBe("saml_message_malformed");
    expect(refusalOf(redirected("<a>".repeat(80_000), "SAMLRequest", null))).toBe("saml_signature_missing");
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test("a Response, or a signed request wrapped in another", () => {
    expect(refusalOf(redirected(RESPONSE))).toBe("saml_logout_malformed");
    const wrapped = envelope("LogoutRequest", `<samlp:Extensions>${signAsIdp(REQUEST)}</samlp:Extensions>`).replace(
      "_logout",
      "_evil",
    );
    expect(refusalOf(posted(wrapped))).toBe("saml_signature_malformed");
  });
});

test("logout of someone else: NameIDs are the same only in value, format and qualifiers", () => {
  const [email, other] = [
    "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
    "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
  ];
  expect(isSameNameId(ALICE, { ...ALICE, format: "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified" })).toBe(true);
  expect(isSameNameId({ ...ALICE, spNameQualifier: "a" }, ALICE)).toBe(true);
  expect(isSameNameId(ALICE, { ...ALICE, value: "Alice@example.test" })).toBe(false);
  expect(isSameNameId({ ...ALICE, format: email }, { ...ALICE, format: other })).toBe(false);
  expect(isSameNameId({ ...ALICE, nameQualifier: "a" }, { ...ALICE, nameQualifier: "b" })).toBe(false);
});

describe("a LogoutResponse", () => {
  const verify = (message: IncomingMessage, requestId = "_ours") => {
    const verified = verifyLogoutResponse({ ...input(message), requestId });
    return verified.ok ? "accepted" : verified.error.code;
  };
  const response = (xml: string, key: string | null = idpKey) => redirected(xml, "SAMLResponse", key);

  test("to the portal's own request is accepted; unsigned, to another or not a success refused", () => {
    expect(verify(response(RESPONSE))).toBe("accepted");
    expect(verify(posted(signAsIdp(RESPONSE)))).toBe("accepted");
    expect(verify(response(RESPONSE, null))).toBe("saml_signature_missing");
    expect(verify(posted(RESPONSE))).toBe("saml_signature_missing");
    expect(verify(response(RESPONSE), "_another")).toBe("saml_in_response_to_wrong");
    expect(verify(response(replaceOnce(RESPONSE, "status:Success", "status:Responder")))).toBe("saml_status_refused");
  });
});

describe("what the portal sends, another end of the same kind verifies", () => {
  const portalAsIdp: SamlIdp = {
    ...TEST_IDP,
    entityId: SP.entityId,
    signingCertificates: [readPair("test-sp-signing").certificate],
  };
  const other = (sloUrl: string) => ({ sp: { ...SP, sloUrl }, idp: portalAsIdp });
  const arrived = (message: OutgoingMessage | null): IncomingMessage => {
    if (message === null) throw new Error("nothing was sent");
    if (message.binding === "redirect")
      return { binding: "redirect", query: message.url.slice(message.url.indexOf("?") + 1) };
    const { SAMLRequest, SAMLResponse, RelayState } = message.fields;
    return { binding: "post", message: SAMLRequest ?? SAMLResponse ?? "", relayState: RelayState ?? null };
  };

  test.each([
    ["redirect", "https://idp.example.test/slo"],
    ["post", "https://idp.example.test/slo-post"],
  ] as const)("by HTTP-%s", (binding, sloUrl) => {
    const ends = { sp: SP, idp: TEST_IDP, provider: { ...provider, binding } };
    const request = buildLogoutRequest({
      ...ends,
      nameId: ALICE,
      sessionIndex: "_session",
      requestId: "_ours",
      now: NOW,
      relayState: "r",
    });
    expect(verifyLogoutRequest(input(arrived(request), other(sloUrl)))).toMatchObject({
      ok: true,
      value: { requestId: "_ours", nameId: ALICE, sessionIndexes: ["_session"], relayState: "r" },
    });
    const answer = buildLogoutResponse({
      ...ends,
      responseId: "_answer",
      inResponseTo: "_logout",
      now: NOW,
      relayState: null,
      outcome: "success",
    });
    expect(verifyLogoutResponse({ ...input(arrived(answer), other(sloUrl)), requestId: "_logout" })).toMatchObject({
      ok: true,
    });
  });

  test("nothing is sent to an IdP without single logout; a ResponseLocation is honoured", () => {
    const ends = { sp: SP, provider, now: NOW };
    const without = { ...ends, idp: { ...TEST_IDP, sloUrl: null } };
    expect(
      buildLogoutRequest({ ...without, nameId: ALICE, sessionIndex: null, requestId: "_ours", relayState: "r" }),
    ).toBeNull();
    const idp = {
      ...TEST_IDP,
      sloUrl: { redirect: "https://idp.example.test/slo", redirectResponse: "https://idp.example.test/done" },
    };
    const answer = buildLogoutResponse({
      ...ends,
      idp,
      responseId: "_a",
      inResponseTo: "_b",
      relayState: null,
      outcome: "failure",
    });
    expect(answer?.binding === "redirect" && answer.url).toMatch(/^https:\/\/idp\.example\.test\/done\?SAMLResponse=/);
  });
});
