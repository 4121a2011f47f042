import { describe, expect, it } from "vitest";
import { toProfileName } from "#lib/aws/profile-name";
import { HOSTILE_INPUTS } from "./fixtures/hostile-inputs";
import { defaultProfileName } from "./profile-name";

describe("profile names", () => {
  it("join account and role without the role's path", () => {
    expect(defaultProfileName({ accountName: "Payments Production", roleName: "platform/Developer" })).toBe(
      "Payments-Production-Developer",
    );
  });

  it("keep a name that is safe already", () => {
    expect(toProfileName("123456789012_Admin.eu-1")).toBe("123456789012_Admin.eu-1");
  });

  it("fold accents instead of losing the letter", () => {
    expect(toProfileName("Zahlungsverkehr Österreich")).toBe("Zahlungsverkehr-Osterreich");
  });

  it("stay apart for names in another script", () => {
    const [one, other] = ["本番", "開発"].map((accountName) => defaultProfileName({ accountName, roleName: "Admin" }));
    expect(one).not.toBe(other);
    expect(one).toMatch(/^[0-9a-f]{8}-Admin$/);
  });

  it("hostile names: nothing closes a section header, climbs a path, starts an option or overflows a file name", () => {
    for (const { profileName, accountName, roleName } of HOSTILE_INPUTS) {
      expect(toProfileName(profileName)).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/);
      expect(defaultProfileName({ accountName, roleName })).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{2,127}$/);
    }
    expect(toProfileName("x".repeat(5000))).toHaveLength(128);
  });
});
