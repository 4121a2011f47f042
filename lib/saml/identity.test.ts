import { describe, expect, test } from "vitest";
import { SAML_PRESET_ATTRIBUTES } from "#lib/idp/presets";
import { testProvider } from "./fixtures/test-ends";
import { toIdentity } from "./identity";
import type { VerifiedResponse } from "./verify-response";

const instant = new Date("2026-11-21T09:00:00Z");

function verified(attributes: Record<string, readonly string[]>): VerifiedResponse {
  return {
    responseId: "_r",
    assertionId: "_a",
    issuer: "https://idp.example.test",
    nameId: { value: "alice-id", format: null, nameQualifier: null, spNameQualifier: null },
    sessionIndex: null,
    sessionNotOnOrAfter: null,
    notOnOrAfter: instant,
    authnInstant: instant,
    issueInstant: instant,
    attributes: new Map(Object.entries(attributes)),
    recipient: "https://aws.example.test/api/saml/corp/acs",
    assertionSigned: true,
  };
}

const PRESET = { email: ["mail", "email"], name: ["displayName"], groups: ["groups", "memberOf"] };

function identityOf(attributes: Record<string, readonly string[]>, change: Record<string, unknown> = {}) {
  const identity = toIdentity(verified(attributes), testProvider(change), PRESET);
  return identity.ok ? identity.value : identity.error;
}

describe("who it is", () => {
  test("the NameID is the subject; attributes give e-mail, name and groups", () => {
    const attributes = { mail: ["alice@example.test"], displayName: ["Alice Anders"], groups: ["a", "b"] };
    expect(identityOf(attributes)).toEqual({
      idp: "corp",
      protocol: "saml",
      subject: "alice-id",
      email: "alice@example.test",
      name: "Alice Anders",
      groups: ["a", "b"],
      groupsProblem: null,
      claims: attributes,
    });
  });

  test("a configured attribute is the subject instead, with exactly one value", () => {
    const subject = { attributes: { subject: "uid" } };
    expect(identityOf({ uid: ["a1"] }, subject)).toMatchObject({ subject: "a1" });
    for (const uid of [[], [""], ["a1", "a2"]])
      expect(identityOf({ uid }, subject)).toEqual({ code: "saml_subject_missing" });
    expect(identityOf({}, subject)).toEqual({ code: "saml_subject_missing" });
  });

  test("configured names count alone, the preset's in their order", () => {
    const attributes = { email: ["second@example.test"], other: ["third@example.test"] };
    expect(identityOf(attributes)).toMatchObject({ email: "second@example.test" });
    expect(identityOf(attributes, { attributes: { email: "other" } })).toMatchObject({ email: "third@example.test" });
    expect(identityOf(attributes, { attributes: { email: "absent" } })).toMatchObject({ email: null });
  });

  test("names such as __proto__ are claims like any other", () => {
    const attributes = JSON.parse('{"__proto__":["x"],"constructor":["y"]}');
    const identity = identityOf(attributes);
    expect("claims" in identity && Object.entries(identity.claims)).toEqual([
      ["__proto__", ["x"]],
      ["constructor", ["y"]],
    ]);
  });
});

describe("groups", () => {
  test("are compared as sent: neither trimmed, folded nor unslashed", () => {
    const groups = [" a", "A", "/team/a", "DOMAIN\\a", "a;b"];
    expect(identityOf({ groups })).toMatchObject({ groups, groupsProblem: null });
  });

  test("joined by the configured separator are split, and only then", () => {
    expect(identityOf({ groups: ["a;b;;c", "c"] }, { groupsSeparator: ";" })).toMatchObject({
      groups: ["a", "b", "c"],
    });
  });

  test("absent are groups_missing, never a default", () => {
    expect(identityOf({ mail: ["x"] })).toMatchObject({ groups: [], groupsProblem: "groups_missing" });
    expect(identityOf({ Groups: ["x"] })).toMatchObject({ groups: [], groupsProblem: "groups_missing" });
  });

  test("over Entra's limit are groups_overage", () => {
    const link = { "http://schemas.microsoft.com/claims/groups.link": ["https://graph.windows.net/x"] };
    expect(identityOf(link)).toMatchObject({ groups: [], groupsProblem: "groups_overage" });
    expect(identityOf({ ...link, groups: ["app-role"] })).toMatchObject({ groups: ["app-role"], groupsProblem: null });
  });

  test("none in an attribute that is there are no groups", () => {
    expect(identityOf({ groups: [] })).toMatchObject({ groups: [], groupsProblem: null });
  });

  test("the presets have the shape that is read", () => {
    for (const preset of Object.values(SAML_PRESET_ATTRIBUTES)) {
      expect(toIdentity(verified({}), testProvider(), preset).ok).toBe(true);
    }
  });
});
