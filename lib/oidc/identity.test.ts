import { describe, expect, test } from "vitest";
import { OIDC_PRESETS } from "#lib/idp/presets";
import { configuredProvider } from "./fixtures/provider";
import { type IdentitySource, toIdentity } from "./identity";

type Overrides = { provider?: Record<string, unknown>; userinfo?: Record<string, unknown> };

function identityOf(claims: Record<string, unknown>, { provider = {}, userinfo }: Overrides = {}) {
  const configured = configuredProvider(provider);
  const source: IdentitySource = {
    claims: { sub: "s1", ...claims },
    provider: configured,
    preset: OIDC_PRESETS[configured.preset],
    ...(userinfo === undefined ? {} : { userinfo }),
  };
  const identity = toIdentity(source);
  if (!identity.ok) throw new Error(identity.error.code);
  return identity.value;
}

describe("a person", () => {
  test("is the provider and the subject; e-mail and name describe", () => {
    expect(
      identityOf({ iss: "i", email: "ada@example.com", email_verified: true, name: "Ada", groups: ["a"] }),
    ).toEqual({
      idp: "corp",
      protocol: "oidc",
      subject: "s1",
      email: "ada@example.com",
      name: "Ada",
      groups: ["a"],
      groupsProblem: null,
      claims: {},
    });
  });

  test("has no e-mail and no name where there is none, or something else than a text", () => {
    expect(identityOf({ email: ["a@example.com"], name: 7 })).toMatchObject({ email: null, name: null });
    expect(identityOf({ email: "no address" }).email).toBeNull();
    expect(identityOf({ email: "a@b\nc" }).email).toBeNull();
  });

  test("is described by the configured claims before the preset's", () => {
    const provider = { preset: "adfs", claims: { name: "display" } };
    const claims = { display: "Ada", unique_name: "CORP\\ada", group: ["CORP\\dev"], email: "a@example.com" };
    expect(identityOf(claims, { provider })).toMatchObject({ name: "Ada", groups: ["CORP\\dev"] });
  });
});

describe("groups", () => {
  const groupsOf = (claims: Record<string, unknown>, overrides?: Overrides) => {
    const { groups, groupsProblem } = identityOf(claims, overrides);
    return groupsProblem ?? groups;
  };

  test.each<[string, unknown, unknown]>([
    ["a list", ["a", "b"], ["a", "b"]],
    ["a bare text", "a", ["a"]],
    ["a list with repetitions", ["a", "b", "a"], ["a", "b"]],
    ["an empty list", [], []],
    ["texts that differ in case, blanks or a slash", ["A", "a", " a", "/a"], ["A", "a", " a", "/a"]],
    ["a joined text without a separator configured", "a,b", ["a,b"]],
    ["a number", 7, "groups_malformed"],
    ["true", true, "groups_malformed"],
    ["an object", { a: true }, "groups_malformed"],
    ["a list with an object in it", ["a", { b: 1 }], "groups_malformed"],
    ["a nested list", [["a"]], "groups_malformed"],
    ["null", null, "groups_missing"],
    ["nothing", undefined, "groups_missing"],
  ])("as %s", (_shape, groups, expected) => {
    expect(groupsOf({ groups })).toEqual(expected);
  });

  test("joined by the configured separator, in one text or in a list", () => {
    expect(groupsOf({ groups: "a;b;;c d" }, { provider: { groupsSeparator: ";" } })).toEqual(["a", "b", "c d"]);
    expect(groupsOf({ groups: ["a,b", "c"] }, { provider: { groupsSeparator: "," } })).toEqual(["a", "b", "c"]);
  });

  test.each([
    [{ "cognito:groups": ["a"] }, "cognito:groups"],
    [{ "https://example.com/groups": ["a"] }, "https://example.com/groups"],
    [{ "realm_access.roles": ["a"], realm_access: { roles: ["b"] } }, "realm_access.roles"],
    [{ realm_access: { roles: ["a"] } }, "realm_access.roles"],
    [{ resource_access: { "my-app": { roles: ["a"] } } }, "resource_access.my-app.roles"],
  ])("%j are found as %s", (claims, name) => {
    expect(groupsOf(claims, { provider: { claims: { groups: name } } })).toEqual(["a"]);
  });

  test.each(["constructor", "__proto__", "constructor.name", "toString"])("%s is not a claim", (name) => {
    expect(groupsOf({ x: 1 }, { provider: { claims: { groups: name } } })).toBe("groups_missing");
  });

  test("Entra's overage is recognised in both its forms, and only while the groups are not there", () => {
    const link = { _claim_names: { groups: "src1" }, _claim_sources: { src1: { endpoint: "https://graph" } } };
    expect(groupsOf(link)).toBe("groups_overage");
    expect(groupsOf({ hasgroups: true })).toBe("groups_overage");
    expect(groupsOf({ hasgroups: "true" })).toBe("groups_overage");
    expect(groupsOf({ _claim_names: { address: "src1" } })).toBe("groups_missing");
    expect(groupsOf({ ...link, groups: ["a"] })).toEqual(["a"]);
    expect(groupsOf({ ...link, roles: ["a"] }, { provider: { claims: { groups: "roles" } } })).toEqual(["a"]);
  });

  test("by the thousand", () => {
    const groups = Array.from({ length: 20_000 }, (_, index) => `group-${index}`);
    const started = performance.now();
    expect(groupsOf({ groups })).toHaveLength(20_000);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe("userinfo", () => {
  test("fills in what the token does not say, and never overrides it", () => {
    const userinfo = { sub: "s1", email: "b@example.com", name: "B", groups: ["b"], team: "x" };
    expect(identityOf({ name: "A" }, { userinfo })).toMatchObject({ name: "A", email: "b@example.com", groups: ["b"] });
    expect(identityOf({ groups: ["a"], team: "y" }, { userinfo })).toMatchObject({
      groups: ["a"],
      claims: { team: ["y"] },
    });
    expect(identityOf({ groups: 7 }, { userinfo }).groupsProblem).toBe("groups_malformed");
    expect(identityOf({ hasgroups: true }, { userinfo: { sub: "s1" } }).groupsProblem).toBe("groups_overage");
  });
});

describe("other claims", () => {
  test("are lists of texts; members of objects by their path; what a token says about itself is left out", () => {
    const claims = {
      ...{ iss: "i", aud: "a", exp: 1, iat: 1, nonce: "n", at_hash: "x", _claim_names: {} },
      ...{ department: "Finance", level: 3, admin: false, teams: ["a", 7, { x: 1 }, null], nothing: null },
      address: { country: "CH", geo: { lat: 1 } },
      "address.country": "exact",
    };
    expect(identityOf(claims).claims).toEqual({
      department: ["Finance"],
      level: ["3"],
      admin: ["false"],
      teams: ["a", "7"],
      "address.country": ["exact"],
      "address.geo.lat": ["1"],
    });
  });

  test("named __proto__ are names like any other", () => {
    const claims: Record<string, unknown> = JSON.parse('{"__proto__": {"polluted": "x"}, "a": "b"}');
    const identity = identityOf({ ...claims });
    expect(Object.getPrototypeOf(identity.claims)).toBe(Object.prototype);
    expect(identity.claims.polluted).toBeUndefined();
  });
});
