import { describe, expect, test } from "vitest";
import { OIDC_PRESETS } from "#lib/idp/presets";
import { configuredProvider } from "./fixtures/provider";
import { toIdentity } from "./identity";

const ENTRA_SHARED = {
  preset: "entra",
  issuer: "https://login.microsoftonline.com/organizations/v2.0",
  allowedTenants: ["a"],
};

function emailOf(claims: Record<string, unknown>, provider: Record<string, unknown> = {}) {
  const configured = configuredProvider(provider);
  const preset = OIDC_PRESETS[configured.preset];
  const identity = toIdentity({ claims: { sub: "s1", ...claims }, provider: configured, preset });
  return identity.ok ? identity.value.email : identity.error.code;
}

describe("e-mail", () => {
  test("unverified: does not count, nor does it come back as another claim", () => {
    expect(emailOf({ email: "ceo@example.com", email_verified: false })).toBeNull();
    expect(emailOf({ email: "ceo@example.com", email_verified: "false" })).toBeNull();
    const provider = configuredProvider({ claims: { email: "upn" } });
    const claims = { sub: "s1", upn: "me@example.com", email: "ceo@example.com", email_verified: false };
    const identity = toIdentity({ claims, provider, preset: OIDC_PRESETS.generic });
    expect(identity).toMatchObject({ ok: true, value: { email: null } });
    expect(JSON.stringify(identity)).not.toContain("ceo@");
  });

  test("unverified in userinfo is not made good by a word of the token about another address", () => {
    const provider = configuredProvider();
    const userinfo = { sub: "s1", email: "ceo@example.com", email_verified: false };
    const claims = { sub: "s1", email_verified: true };
    const identity = toIdentity({ claims, userinfo, provider, preset: OIDC_PRESETS.generic });
    expect(identity).toMatchObject({ ok: true, value: { email: null } });
  });

  test("of another tenant (nOAuth): counts only with the proof that the tenant owns the domain", () => {
    expect(emailOf({ email: "ceo@example.com" }, ENTRA_SHARED)).toBeNull();
    expect(emailOf({ email: "ceo@example.com", xms_edov: "false" }, ENTRA_SHARED)).toBeNull();
    expect(emailOf({ email: "ceo@example.com", xms_edov: true }, ENTRA_SHARED)).toBe("ceo@example.com");
    expect(emailOf({ email: "ceo@example.com" }, { preset: "entra" })).toBe("ceo@example.com");
  });
});

test("userinfo about another subject, or none, is refused", () => {
  const provider = configuredProvider();
  for (const userinfo of [{ sub: "other", groups: ["admins"] }, { groups: ["admins"] }, { sub: ["s1"] }]) {
    const identity = toIdentity({ claims: { sub: "s1" }, userinfo, provider, preset: OIDC_PRESETS.generic });
    expect(identity).toEqual({ ok: false, error: { code: "oidc_userinfo_subject_mismatch" } });
  }
});

test("groups missing, replaced by a link or malformed never end in a group", () => {
  const provider = configuredProvider();
  for (const claims of [{}, { hasgroups: true }, { groups: { admins: true } }, { groups: ["admins", 7] }]) {
    const identity = toIdentity({ claims: { sub: "s1", ...claims }, provider, preset: OIDC_PRESETS.generic });
    expect(identity).toMatchObject({ ok: true, value: { groups: [], groupsProblem: expect.any(String) } });
  }
});
