import { describe, expect, test } from "vitest";
import { OIDC_PRESETS as OIDC_NAMES, SAML_PRESETS } from "#lib/config/identity-provider-schema";
import { findIdentityProvider, listIdentityProviders } from "./catalogue";
import { OIDC_PRESETS, resolveScopes, SAML_PRESET_ATTRIBUTES } from "./presets";

const PROVIDERS = [
  { id: "corp", name: "Corporate", type: "saml", entityId: "x" },
  { id: "entra", name: "Entra", type: "oidc", clientSecret: "hush" },
] as const;

describe("the catalogue", () => {
  test("lists what the chooser shows and nothing else, the one used last first", () => {
    expect(listIdentityProviders(PROVIDERS, "entra")).toEqual([
      { id: "entra", name: "Entra", type: "oidc" },
      { id: "corp", name: "Corporate", type: "saml" },
    ]);
    expect(listIdentityProviders(PROVIDERS, "gone").map(({ id }) => id)).toEqual(["corp", "entra"]);
  });

  test("finds by exact id and refuses any other", () => {
    expect(findIdentityProvider(PROVIDERS, "corp")).toEqual({ ok: true, value: PROVIDERS[0] });
    for (const id of ["Corp", "", "__proto__"]) {
      expect(findIdentityProvider(PROVIDERS, id)).toEqual({ ok: false, error: "idp_unknown" });
    }
  });
});

describe("presets", () => {
  test("are there for every name that the configuration takes", () => {
    expect(Object.keys(OIDC_PRESETS).sort()).toEqual([...OIDC_NAMES].sort());
    expect(Object.keys(SAML_PRESET_ATTRIBUTES).sort()).toEqual([...SAML_PRESETS].sort());
  });

  test("always ask for openid, for renewal only where it is needed, and never beyond what is configured", () => {
    for (const preset of Object.values(OIDC_PRESETS)) expect(resolveScopes({}, preset, false)).toContain("openid");
    expect(resolveScopes({}, OIDC_PRESETS.generic, true)).toContain("offline_access");
    expect(resolveScopes({}, OIDC_PRESETS.generic, false)).not.toContain("offline_access");
    expect(resolveScopes({ scopes: ["profile"] }, OIDC_PRESETS.generic, true)).toEqual(["openid", "profile"]);
  });
});
