import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { makeResponse, replaceOnce, toBase64 } from "./fixtures/honest-response";
import { EXPECTATION, NOW, TEST_IDP, testProvider } from "./fixtures/test-ends";
import { refusalOf } from "./fixtures/verify-fixture";
import { MESSAGE_LIMITS, scanXml } from "./scan-xml";
import { verifyResponse } from "./verify-response";

const honest = makeResponse();

function verifyRaw(samlResponse: string) {
  const provider = testProvider();
  return verifyResponse({ samlResponse, idp: TEST_IDP, provider, now: NOW, expectation: EXPECTATION });
}

async function expectRefusedFast(samlResponse: string) {
  const startedAt = performance.now();
  const verified = await verifyRaw(samlResponse);
  const tookMs = performance.now() - startedAt;
  expect(verified.ok).toBe(false);
  expect(tookMs).toBeLessThan(500);
}

describe("denial of service before any check", () => {
  test.each([
    ["60 KB of <", "<".repeat(60_000)],
    ["60 KB of <x>", "<x>".repeat(20_000)],
    ["60 KB of <!--", "<!--".repeat(15_000)],
    ["1 MB of <x>", "<x>".repeat(350_000)],
    ["240 KB of <", "<".repeat(240_000)],
    ["240 KB of <x>", "<x>".repeat(80_000)],
    ["240 KB of &", `<a>${"&".repeat(240_000)}</a>`],
    ["240 KB of &amp;", `<a>${"&amp;".repeat(48_000)}</a>`],
    ["240 KB of ]]", `<a>${"]]".repeat(120_000)}</a>`],
    ["30,000 attributes", `<a ${Array.from({ length: 20_000 }, (_, i) => `a${i}="1"`).join(" ")}/>`],
    ["one attribute of 240 KB", `<a b="${"x".repeat(240_000)}"/>`],
    ["<a> in an unclosed quote", `<a b="${"<a>".repeat(80_000)}`],
    ["a name of 240 KB", `<${"a".repeat(240_000)}/>`],
    ["2 MB of base64", "A".repeat(2_000_000)],
  ])("%s is answered in no time", async (_, xml) => {
    await expectRefusedFast(toBase64(xml));
  });

  test("the largest response that the limits let through, with a signature that is wrong, is answered in no time", async () => {
    const attribute = `<saml:Attribute Name="groups"><saml:AttributeValue>${"g".repeat(120)}</saml:AttributeValue></saml:Attribute>`;
    const many = replaceOnce(
      honest,
      "</saml:AttributeStatement>",
      `${attribute.repeat(1300)}</saml:AttributeStatement>`,
    );
    expect(many.length).toBeGreaterThan(200_000);
    await expectRefusedFast(toBase64(many));
  });

  test("namespaces and attributes at every level of the permitted depth are answered in no time", async () => {
    const declared = Array.from({ length: 60 }, (_, i) => ` xmlns:n${i}="urn:${i}"`).join("");
    const nested = `${`<x${declared}>`.repeat(25)}${"</x>".repeat(25)}`;
    const xml = replaceOnce(
      honest,
      "<samlp:Status>",
      `<samlp:Extensions>${nested.repeat(5)}</samlp:Extensions><samlp:Status>`,
    );
    const startedAt = performance.now();
    await verifyRaw(toBase64(xml));
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});

describe("what is not strictly XML is refused before the library sees it", () => {
  const prolog = (text: string) => `${text}${honest}`;
  test.each([
    ["a DOCTYPE", prolog("<!DOCTYPE a>")],
    ["an external entity (XXE)", prolog('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    ["entities of entities (billion laughs)", prolog('<!DOCTYPE a [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>')],
    ["an undeclared entity", replaceOnce(honest, "alice@", "&alice;@")],
    ["a processing instruction in front", prolog("<?php x?>")],
    ["a processing instruction inside", replaceOnce(honest, "<samlp:Status>", "<?x y?><samlp:Status>")],
    ["a stylesheet", prolog('<?xml-stylesheet href="x"?>')],
    ["CDATA", replaceOnce(honest, "alice@", "<![CDATA[alice]]>@")],
    ["XML 1.1", prolog('<?xml version="1.1"?>')],
    ["another encoding by name", prolog('<?xml version="1.0" encoding="UTF-16"?>')],
    ["text behind the root", `${honest}text`],
    ["text before the root", `text${honest}`],
    ["two roots", `${honest}${honest}`],
    ["an unquoted attribute", replaceOnce(honest, 'Version="2.0"', "Version=2.0")],
    ["an unbound prefix", replaceOnce(honest, "<samlp:Status>", "<foo:bar/><samlp:Status>")],
    ["an attribute twice", replaceOnce(honest, 'Version="2.0"', 'Version="2.0" Version="2.0"')],
    ["a tag left open", honest.slice(0, -5)],
    ["a null character", replaceOnce(honest, "alice@", "alice\u0000@")],
    ["nothing", ""],
  ])("%s", async (_, xml) => {
    expect(await refusalOf(xml)).toBe("saml_message_malformed");
  });

  test.each([
    ["UTF-16 bytes", Buffer.from(honest, "utf16le").toString("base64")],
    [
      "bytes that are not UTF-8",
      Buffer.concat([Buffer.from(honest.slice(0, 600)), Buffer.from([0xc3, 0x28])]).toString("base64"),
    ],
    ["UTF-7 as encoding", toBase64(`<?xml version="1.0" encoding="utf-7"?>${honest}`)],
    ["base64 with other characters", `${toBase64(honest)}!`],
    ["base64url", toBase64(honest).replaceAll("+", "-").replaceAll("/", "_").concat("-")],
    ["base64 without its padding", toBase64(`${honest}\n`).replace(/=+$/, "").slice(0, -1)],
    ["deflated as for the other binding", deflateRawSync(honest).toString("base64")],
  ])("%s", async (_, samlResponse) => {
    expect(await verifyRaw(samlResponse)).toMatchObject({ ok: false, error: { code: "saml_message_malformed" } });
  });

  test("base64 with line breaks is read, as some IdPs send it", async () => {
    const verified = await verifyRaw(toBase64(honest).replace(/.{76}/g, "$&\r\n"));
    expect(verified.ok).toBe(true);
  });
});

test.each([
  ["elements", `<a>${"<b/>".repeat(3000)}</a>`, "too many elements"],
  ["depth", `${"<a>".repeat(33)}${"</a>".repeat(33)}`, "nested too deeply"],
  ["attributes", `<a ${Array.from({ length: 65 }, (_, i) => `a${i}=""`).join(" ")}/>`, "too many attributes"],
  ["characters", `<a>${"x".repeat(MESSAGE_LIMITS.maxCharacters)}</a>`, "too long"],
])("the limit of %s holds", (_, xml, reason) => {
  expect(scanXml(xml)).toEqual({ ok: false, error: { reason } });
});
