import { expect, test } from "vitest";
import { readAttributes } from "./attributes";
import { scanXml } from "./scan-xml";

function read(statement: string) {
  const scanned = scanXml(
    `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${statement}</saml:Assertion>`,
  );
  const attributes = scanned.ok ? readAttributes(scanned.value) : null;
  return attributes === null ? null : Object.fromEntries(attributes);
}

const statement = (content: string) => `<saml:AttributeStatement>${content}</saml:AttributeStatement>`;
const attribute = (name: string, ...values: string[]) =>
  `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join("")}</saml:Attribute>`;

test("several values, one attribute element for each value (Keycloak), and several statements are one attribute", () => {
  expect(read(statement(attribute("groups", "a", "b")))).toEqual({ groups: ["a", "b"] });
  expect(read(statement(attribute("groups", "a") + attribute("x", "1") + attribute("groups", "b")))).toEqual({
    groups: ["a", "b"],
    x: ["1"],
  });
  expect(read(statement(attribute("groups", "a")) + statement(attribute("groups", "b")))).toEqual({
    groups: ["a", "b"],
  });
});

test("nested XML gives each of its leaves (Cloudflare Access)", () => {
  expect(read(statement(attribute("groups", "<g><name>a</name></g>\n<g><name> b</name></g>")))).toEqual({
    groups: ["a", " b"],
  });
});

test("no statement gives no attributes, an empty value an empty text", () => {
  expect(read("")).toEqual({});
  expect(read(statement(attribute("groups", "")))).toEqual({ groups: [""] });
  expect(read(statement(attribute("groups")))).toEqual({ groups: [] });
});

test("text among elements is refused, since either could be meant", () => {
  expect(read(statement(attribute("groups", "a<g>b</g>")))).toBeNull();
});
