import { test } from "vitest";
import { readFixture } from "./fixtures/fixture-file";
import { parseIdpMetadata } from "./idp-metadata";
import { verifyXml } from "./fixtures/verify-fixture";
import { readSamlMessage } from "./read-message";
import { verifySignature } from "./verify-signature";
import { DOMParser } from "@xmldom/xmldom";
import { getVerifiedXml } from "@node-saml/node-saml/lib/xml.js";
test("x", async () => {
  const idp = parseIdpMetadata(readFixture("simplesamlphp-idp-metadata.xml"), { now: new Date(0) });
  const xml = readFixture("simplesamlphp-attributes-named-as-entra-does.xml");
  if (idp.ok) console.log(await verifyXml(xml, { idp: idp.value, now: new Date("2026-11-21T03:02:30Z"), expectation: { acsUrl: "http://localhost:3999/saml/acs", audience: "http://localhost:3999/saml/metadata", requestId: "_416c5b0c2b75eea9438ece0c73da9a168050ad10" } }));
  const d = new DOMParser().parseFromString(xml, "text/xml");
  for (const e of [d.documentElement, d.getElementsByTagNameNS("urn:oasis:names:tc:SAML:2.0:assertion","Assertion")[0]]) try { const r = idp.ok && getVerifiedXml(xml, e as never, [...idp.value.signingCertificates]); console.log(r === null ? null : String(r).slice(0, 300)); } catch (x) { console.log(x); }
});
