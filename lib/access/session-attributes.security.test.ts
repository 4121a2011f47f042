import { describe, expect, it } from "vitest";
import type { Identity } from "#lib/identity";
import { person } from "./fixtures/declared";
import { resolveSessionAttributes } from "./session-attributes";

const plain = { sessionName: null, sourceIdentity: null, tags: {}, transitiveTags: [] };

function nameOf(changes: Partial<Identity>, sessionName: string | null = null): string {
  const resolved = resolveSessionAttributes({ ...plain, sessionName }, person(changes));
  return resolved.ok ? resolved.value.roleSessionName : "refused";
}

describe("tags, source identity or session name containing what AWS refuses, or colliding between people", () => {
  it("different people get different session names, whatever their addresses hold", () => {
    const emails = [
      "a b@x",
      "a_b@x",
      "a-b@x",
      "A-b@x",
      "á-b@x",
      "a\\b@x",
      `${"l".repeat(80)}@x`,
      `${"l".repeat(81)}@x`,
    ];
    expect(new Set(emails.map((email) => nameOf({ email }))).size).toBe(emails.length);
  });

  it("nobody takes another's session name by being called like its mapped form", () => {
    const victim = nameOf({ email: "josé@example.com" });
    expect(nameOf({ email: victim })).not.toBe(victim);
    expect(nameOf({ email: null, subject: victim })).not.toBe(victim);
  });

  it("the identity provider can be made part of the name, where several know the same subjects", () => {
    const names = ["corp", "entra"].map((idp) => nameOf({ idp }, "{idp}:{subject}"));
    expect(new Set(names).size).toBe(2);
  });

  it.each(["x\r\nSet-Cookie: a=b", "a&RoleArn=b", "<saml/>", "\u0000\u0000"])(
    "%j reaches AWS in no session name",
    (email) => {
      expect(nameOf({ email })).toMatch(/^[\w+=,.@-]{2,64}$/);
    },
  );

  it("source identity spoofed by a value made to fit is refused instead", () => {
    for (const email of ["ada@example.com ", "ada@example.com\n", "ádá@example.com", "a".repeat(65)]) {
      const resolved = resolveSessionAttributes({ ...plain, sourceIdentity: "{email}" }, person({ email }));
      expect(resolved).toEqual({ ok: false, error: { code: "source_identity_invalid", subject: "sourceIdentity" } });
    }
  });

  it("session name or source identity spoofed by a claim named email", () => {
    const claims = { email: ["root@example.com"], subject: ["root"] };
    expect(nameOf({ claims })).toBe("ada@example.com");
    expect(nameOf({ claims, email: null })).toBe("ada-1");
  });
});
