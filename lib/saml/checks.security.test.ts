import { describe, expect, test } from "vitest";
import { at, type Facts, makeResponse, replaceOnce } from "./fixtures/honest-response";
import { IDP_ENTITY_ID, NOW, SP } from "./fixtures/test-ends";
import { refusalOf } from "./fixtures/verify-fixture";

/** The IdP itself says something else and signs it: what is refused here is refused by a rule, not by the signature. */
const said = (from: string | RegExp, to: string) =>
  makeResponse({ editAssertion: (xml) => replaceOnce(xml, from, to) });
const saidAround = (from: string | RegExp, to: string) =>
  makeResponse({ signed: "response", editResponse: (xml) => replaceOnce(xml, from, to) });
const saidOf = (facts: Partial<Facts>) => makeResponse({ signed: "response", facts });

const CONFIRMATION = /<saml:SubjectConfirmation .*<\/saml:SubjectConfirmation>/;
const CONDITIONS_START = `<saml:Conditions NotBefore="${at(-30)}" NotOnOrAfter="${at(240)}">`;
const RESTRICTION = `<saml:AudienceRestriction><saml:Audience>${SP.entityId}</saml:Audience></saml:AudienceRestriction>`;
const STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
const NAME_ID = /<saml:NameID .*<\/saml:NameID>/;
const confirmation = (method: string, data: string) =>
  `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:${method}">${data}</saml:SubjectConfirmation>`;
const data = (notOnOrAfter: string, recipient: string, request = "_request-of-this-browser") =>
  `<saml:SubjectConfirmationData NotOnOrAfter="${notOnOrAfter}" Recipient="${recipient}" InResponseTo="${request}"/>`;

async function expectRefusals(cases: readonly (readonly [string, string])[], code: string) {
  for (const [name, xml] of cases) expect([name, await refusalOf(xml)]).toEqual([name, code]);
}

describe("time", () => {
  test("expired, by more than the clock skew", async () => {
    await expectRefusals(
      [["conditions", said(CONDITIONS_START, `<saml:Conditions NotOnOrAfter="${at(-60)}">`)]],
      "saml_conditions_not_met",
    );
    await expectRefusals(
      [["confirmation", said(`NotOnOrAfter="${at(240)}" Recipient`, `NotOnOrAfter="${at(-60)}" Recipient`)]],
      "saml_confirmation_refused",
    );
    expect(await refusalOf(said(CONDITIONS_START, `<saml:Conditions NotOnOrAfter="${at(-59)}">`))).toContain(
      "accepted",
    );
  });

  test("not yet valid, by more than the clock skew", async () => {
    const from = (offset: number) => said(`NotBefore="${at(-30)}"`, `NotBefore="${at(offset)}"`);
    await expectRefusals([["NotBefore", from(61)]], "saml_conditions_not_met");
    expect(await refusalOf(from(60))).toContain("accepted");
    expect(await refusalOf(from(60), { provider: { clockSkew: "0s" } })).toBe("saml_conditions_not_met");
  });

  test("NotOnOrAfter missing", async () => {
    await expectRefusals([["conditions", said(` NotOnOrAfter="${at(240)}">`, ">")]], "saml_conditions_not_met");
    await expectRefusals(
      [["confirmation", said(` NotOnOrAfter="${at(240)}" Recipient`, " Recipient")]],
      "saml_confirmation_refused",
    );
  });

  test("a response older than five minutes, or issued in the future", async () => {
    const issued = (offset: number) => (xml: string) =>
      replaceOnce(xml, /IssueInstant="[^"]*"/, `IssueInstant="${at(offset)}"`);
    await expectRefusals(
      [
        ["old assertion", makeResponse({ editAssertion: issued(-361) })],
        ["old response", makeResponse({ signed: "response", editResponse: issued(-361) })],
        ["future assertion", makeResponse({ editAssertion: issued(61) })],
        ["future response", makeResponse({ editResponse: issued(61) })],
        ["no instant", makeResponse({ editAssertion: (xml) => replaceOnce(xml, / IssueInstant="[^"]*"/, "") })],
      ],
      "saml_issue_instant_refused",
    );
  });

  test.each([
    "12/31/2099",
    "2026-11-21",
    "2026-11-21T09:04:00",
    "2026-11-21T09:04:00+00:00",
    "2026-02-30T09:00:00Z",
    "9999999999999",
    "",
    " 2026-11-21T09:04:00Z",
  ])("an instant written as %j", async (instant) => {
    expect(await refusalOf(said(CONDITIONS_START, `<saml:Conditions NotOnOrAfter="${instant}">`))).toBe(
      "saml_conditions_not_met",
    );
  });

  test("a window that ends before it begins", async () => {
    const inverted = `<saml:Conditions NotBefore="${at(30)}" NotOnOrAfter="${at(20)}">`;
    expect(await refusalOf(said(CONDITIONS_START, inverted))).toBe("saml_conditions_not_met");
  });

  test("a session of the IdP that is over", async () => {
    const ends = (value: string) => said(/SessionNotOnOrAfter="[^"]*"/, `SessionNotOnOrAfter="${value}"`);
    await expectRefusals(
      [
        ["past", ends(at(-61))],
        ["unreadable", ends("never")],
      ],
      "saml_session_expired",
    );
  });

  test("an authentication in the future", async () => {
    const authn = (value: string) => said(/AuthnInstant="[^"]*"/, `AuthnInstant="${value}"`);
    await expectRefusals(
      [
        ["future", authn(at(61))],
        ["none", authn("")],
      ],
      "saml_authn_statement_refused",
    );
  });

  test("what was sound a while ago", async () => {
    const now = new Date(NOW.getTime() + 3_600_000);
    expect(await refusalOf(makeResponse(), { now })).toBe("saml_issue_instant_refused");
  });
});

describe("addressed to somebody else", () => {
  test("wrong audience, or none", async () => {
    await expectRefusals(
      [
        ["another", saidOf({ audience: "https://other.example/metadata" })],
        ["none", said(RESTRICTION, "")],
        ["empty restriction", said(RESTRICTION, "<saml:AudienceRestriction/>")],
        ["a prefix", saidOf({ audience: SP.entityId.slice(0, -1) })],
        ["a longer one", saidOf({ audience: `${SP.entityId}/x` })],
        ["with white space", saidOf({ audience: ` ${SP.entityId}` })],
        [
          "a second restriction without us",
          said(
            RESTRICTION,
            `${RESTRICTION}<saml:AudienceRestriction><saml:Audience>urn:x</saml:Audience></saml:AudienceRestriction>`,
          ),
        ],
        [
          "of a foreign namespace",
          said(
            `<saml:Audience>${SP.entityId}</saml:Audience>`,
            `<x:Audience xmlns:x="urn:x">${SP.entityId}</x:Audience>`,
          ),
        ],
      ],
      "saml_audience_wrong",
    );
  });

  test("wrong Recipient, or none", async () => {
    const recipient = (to: string) => said(` Recipient="${SP.acsUrl}"`, to);
    await expectRefusals(
      [
        ["another", recipient(' Recipient="https://evil.example/acs"')],
        ["none", recipient("")],
        ["another case", recipient(` Recipient="${SP.acsUrl.toUpperCase()}"`)],
        ["with a query", recipient(` Recipient="${SP.acsUrl}?x"`)],
      ],
      "saml_confirmation_refused",
    );
  });

  test("wrong Destination, or none in a signed response", async () => {
    const destination = (to: string) => saidAround(` Destination="${SP.acsUrl}"`, to);
    await expectRefusals(
      [
        ["another", destination(' Destination="https://evil.example/acs"')],
        ["none", destination("")],
        ["empty", destination(' Destination=""')],
        [
          "another, unsigned",
          makeResponse({ editResponse: (xml) => replaceOnce(xml, ` Destination="${SP.acsUrl}"`, ' Destination="x"') }),
        ],
      ],
      "saml_destination_wrong",
    );
    expect(
      await refusalOf(makeResponse({ editResponse: (xml) => replaceOnce(xml, / Destination="[^"]*"/, "") })),
    ).toContain("accepted");
  });

  test("a response of IdP A at the ACS of IdP B", async () => {
    const idp = { entityId: "https://idp-b.example.test/metadata" };
    expect(await refusalOf(makeResponse(), { idp })).toBe("saml_issuer_wrong");
  });
});

describe("not from the configured IdP", () => {
  test("another issuer, or none", async () => {
    await expectRefusals(
      [
        ["both", saidOf({ issuer: "https://evil.example" })],
        ["the response's", makeResponse({ editResponse: (xml) => xml.replace(IDP_ENTITY_ID, "https://evil.example") })],
        ["the assertion's", said(`<saml:Issuer>${IDP_ENTITY_ID}`, "<saml:Issuer>https://evil.example")],
        ["with white space", said(`<saml:Issuer>${IDP_ENTITY_ID}`, `<saml:Issuer> ${IDP_ENTITY_ID}`)],
        [
          "of another format",
          said("<saml:Issuer>", '<saml:Issuer Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">'),
        ],
      ],
      "saml_issuer_wrong",
    );
    expect(await refusalOf(said(/<saml:Issuer>[^<]*<\/saml:Issuer>/, "<saml:Issuer/>"))).toBe("saml_issuer_wrong");
  });
});

describe("status other than Success", () => {
  const status = (content: string) =>
    makeResponse({
      signed: "both",
      editResponse: (xml) => replaceOnce(xml, /<samlp:Status>.*<\/samlp:Status>/, content),
    });
  const code = (value: string, inside = "") =>
    `<samlp:StatusCode Value="${STATUS}${value}">${inside}</samlp:StatusCode>`;
  test("is refused, with an assertion and without", async () => {
    await expectRefusals(
      [
        ["Responder", status(`<samlp:Status>${code("Responder")}</samlp:Status>`)],
        ["Success below", status(`<samlp:Status>${code("Responder", code("Success"))}</samlp:Status>`)],
        ["two codes", status(`<samlp:Status>${code("Success")}${code("Success")}</samlp:Status>`)],
        ["no code", status("<samlp:Status/>")],
        [
          "a signed NoPassive answer",
          makeResponse({
            signed: "response",
            wrapAssertion: () => "",
            editResponse: (xml) =>
              replaceOnce(
                xml,
                /<samlp:Status>.*<\/samlp:Status>/,
                `<samlp:Status>${code("Responder", code("NoPassive"))}</samlp:Status>`,
              ),
          }),
        ],
      ],
      "saml_status_refused",
    );
  });

  test("no Status, or two", async () => {
    const ok = `<samlp:Status>${code("Success")}</samlp:Status>`;
    await expectRefusals(
      [
        ["none", status("")],
        ["two", status(ok + ok)],
      ],
      "saml_response_malformed",
    );
  });

  test("a Success without an assertion", async () => {
    expect(await refusalOf(makeResponse({ signed: "response", wrapAssertion: () => "" }))).toBe(
      "saml_response_malformed",
    );
  });

  test("a LogoutResponse at the ACS", async () => {
    const xml = makeResponse({ signed: "response" }).replaceAll("samlp:Response", "samlp:LogoutResponse");
    expect(await refusalOf(xml)).toBe("saml_response_malformed");
  });
});

describe("confirmation", () => {
  test("no bearer confirmation that meets every rule by itself", async () => {
    const good = at(240);
    const broken = [
      ["holder-of-key", confirmation("holder-of-key", data(good, SP.acsUrl))],
      ["sender-vouches", confirmation("sender-vouches", data(good, SP.acsUrl))],
      ["none", ""],
      ["no data", confirmation("bearer", "")],
      ["two data", confirmation("bearer", data(good, SP.acsUrl).repeat(2))],
      [
        "NotBefore",
        confirmation("bearer", data(good, SP.acsUrl).replace("NotOnOrAfter", `NotBefore="${at(-30)}" NotOnOrAfter`)),
      ],
      [
        "each rule met by another",
        confirmation("bearer", data(good, "https://evil.example")) +
          confirmation("bearer", data(at(-400), SP.acsUrl)) +
          confirmation("bearer", data(good, SP.acsUrl, "_other")),
      ],
    ] as const;
    await expectRefusals(
      broken.map(([name, xml]) => [name, said(CONFIRMATION, xml)] as const),
      "saml_confirmation_refused",
    );
  });

  test("one good confirmation beside others is enough", async () => {
    const both =
      confirmation("holder-of-key", data(at(240), SP.acsUrl)) + confirmation("bearer", data(at(240), SP.acsUrl));
    expect(await refusalOf(said(CONFIRMATION, both))).toContain("accepted");
  });
});

describe("InResponseTo", () => {
  test("wrong, or of another browser", async () => {
    expect(await refusalOf(saidOf({ requestId: "_another" }))).toBe("saml_in_response_to_wrong");
    expect(await refusalOf(makeResponse(), { expectation: { requestId: "_of-another-browser" } })).toBe(
      "saml_in_response_to_wrong",
    );
  });

  test("missing on SP-initiated sign-in", async () => {
    const without = (xml: string) => replaceOnce(xml, / InResponseTo="[^"]*"/, "");
    expect(await refusalOf(makeResponse({ editAssertion: without }))).toBe("saml_confirmation_refused");
    expect(await refusalOf(makeResponse({ editResponse: (xml) => xml.replace(/ InResponseTo="[^"]*"/, "") }))).toBe(
      "saml_in_response_to_wrong",
    );
  });

  test("IdP-initiated where that is not switched on", async () => {
    const without = (xml: string) => xml.replaceAll(/ InResponseTo="[^"]*"/g, "");
    const xml = makeResponse({ editAssertion: without, editResponse: without });
    expect(await refusalOf(xml, { expectation: { requestId: null } })).toBe("saml_unsolicited_refused");
  });

  test("an answer to somebody's request passed off as IdP-initiated", async () => {
    const choice = { expectation: { requestId: null }, provider: { allowIdpInitiated: true } };
    expect(await refusalOf(makeResponse(), choice)).toBe("saml_in_response_to_wrong");
    const stripped = makeResponse({ editResponse: (xml) => xml.replace(/ InResponseTo="[^"]*"/, "") });
    expect(await refusalOf(stripped, choice)).toBe("saml_confirmation_refused");
  });
});

describe("structure", () => {
  const foreign = '<x:NameID xmlns:x="urn:evil">mallory@example.test</x:NameID>';
  test("the subject: none, empty, two or of a foreign namespace", async () => {
    const nameId = "<saml:NameID>mallory@example.test</saml:NameID>";
    await expectRefusals(
      [
        ["no NameID", said(NAME_ID, "")],
        ["empty NameID", said(NAME_ID, "<saml:NameID/>")],
        ["blank NameID", said(NAME_ID, "<saml:NameID>  </saml:NameID>")],
        ["two NameIDs", said("<saml:Subject>", `<saml:Subject>${nameId}`)],
        ["a foreign NameID", said(NAME_ID, foreign)],
        ["a foreign NameID beside", said("<saml:Subject>", `<saml:Subject>${foreign}`)],
        ["an EncryptedID", said(NAME_ID, "<saml:EncryptedID/>")],
        ["an element in the NameID", said(">alice@", "><saml:x>mallory</saml:x>alice@")],
      ],
      "saml_subject_malformed",
    );
  });

  test("not exactly one Issuer, Subject, Conditions and AuthnStatement", async () => {
    const element = (name: string) => new RegExp(`<saml:${name}[ >].*?</saml:${name}>`);
    const edited = (name: string, to: (one: string) => string) =>
      makeResponse({ signed: "response", editAssertion: (xml) => xml.replace(element(name), to) });
    const cases = ["Issuer", "Subject", "Conditions", "AuthnStatement"].flatMap((name) => [
      [`no ${name}`, edited(name, () => "")] as const,
      [`two ${name}`, edited(name, (one) => one + one)] as const,
    ]);
    await expectRefusals(cases, "saml_assertion_malformed");
  });

  test("unknown statements, foreign elements, text between elements", async () => {
    await expectRefusals(
      [
        [
          "AuthzDecisionStatement",
          said("<saml:AttributeStatement>", "<saml:AuthzDecisionStatement/><saml:AttributeStatement>"),
        ],
        ["foreign", said("<saml:AttributeStatement>", '<x xmlns="urn:x"/><saml:AttributeStatement>')],
        ["text", said("<saml:AttributeStatement>", "text<saml:AttributeStatement>")],
      ],
      "saml_assertion_malformed",
    );
  });

  test("unknown conditions", async () => {
    const condition = (content: string) => said(RESTRICTION, RESTRICTION + content);
    await expectRefusals(
      [
        [
          "Condition",
          condition('<saml:Condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="x"/>'),
        ],
        ["foreign", condition('<x xmlns="urn:x"/>')],
      ],
      "saml_conditions_unknown",
    );
    expect(await refusalOf(condition("<saml:OneTimeUse/>"))).toContain("accepted");
  });

  test("version 1.1", async () => {
    await expectRefusals(
      [
        ["assertion", said('Version="2.0"', 'Version="1.1"')],
        ["response", saidAround('Version="2.0"', 'Version="1.1"')],
      ],
      "saml_version_wrong",
    );
  });
});

describe("attributes", () => {
  const statement = (content: string) => said("</saml:AttributeStatement>", `${content}</saml:AttributeStatement>`);
  test("of foreign namespaces, encrypted, nameless or mixed", async () => {
    await expectRefusals(
      [
        [
          "foreign Attribute",
          statement(
            '<x:Attribute xmlns:x="urn:x" Name="groups"><x:AttributeValue>aws-root</x:AttributeValue></x:Attribute>',
          ),
        ],
        [
          "foreign AttributeValue",
          said(">aws-admins</saml:AttributeValue>", '>aws-admins</saml:AttributeValue><x xmlns="urn:x">aws-root</x>'),
        ],
        ["EncryptedAttribute", statement("<saml:EncryptedAttribute/>")],
        ["nameless", statement("<saml:Attribute><saml:AttributeValue>x</saml:AttributeValue></saml:Attribute>")],
        ["text among elements", said(">staff<", "><y>aws-root</y>staff<")],
      ],
      "saml_attributes_malformed",
    );
  });
});

describe("comments and processing instructions inside values (CVE-2017-11427 and kin)", () => {
  test.each([
    ["a comment in the NameID", "alice@example.test<", "alice@example.test<!---->.evil.example<"],
    ["a comment in a group", ">aws-admins<", ">aws-<!-- -->admins<"],
    ["a comment in an attribute's e-mail", 'xsi:type="xs:string">alice@', 'xsi:type="xs:string">al<!--x-->ice@'],
    ["a processing instruction in the NameID", "alice@example.test<", "alice@<?x?>example.test<"],
  ])("%s, put in after signing: refused, never cut", async (_, from, to) => {
    for (const signed of ["assertion", "response", "both"] as const) {
      expect(await refusalOf(replaceOnce(makeResponse({ signed }), from, to))).toBe("saml_message_malformed");
    }
  });
});
