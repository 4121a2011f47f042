import { describe, expect, it } from "vitest";
import { person } from "./fixtures/declared";
import { resolveSessionAttributes } from "./session-attributes";

const plain = { sessionName: null, sourceIdentity: null, tags: {}, transitiveTags: [] };

describe("session attributes", () => {
  it("follow the configured templates", () => {
    const grant = {
      sessionName: "{name}",
      sourceIdentity: "{email}",
      tags: { team: "{claims.team}", site: "Berlin" },
      transitiveTags: ["team"],
    };
    const resolved = resolveSessionAttributes(grant, person({ claims: { team: ["payments"] } }));
    expect(resolved).toEqual({
      ok: true,
      value: {
        roleSessionName: expect.stringMatching(/^Ada-Lovelace-[0-9a-f]{20}$/),
        sourceIdentity: "ada@example.com",
        tags: [
          { key: "site", value: "Berlin" },
          { key: "team", value: "payments" },
        ],
        transitiveTagKeys: ["team"],
      },
    });
  });

  it("name the session after the e-mail address, and after the subject for people without one", () => {
    const nameOf = (email: string | null) => resolveSessionAttributes(plain, person({ email }));
    expect(nameOf("ada@example.com")).toMatchObject({
      value: { roleSessionName: "ada@example.com", sourceIdentity: null },
    });
    for (const email of [null, ""]) expect(nameOf(email)).toMatchObject({ value: { roleSessionName: "ada-1" } });
  });

  it.each([
    [
      { ...plain, sessionName: "{claims.nick}" },
      { code: "template_value_missing", subject: "claims.nick" },
    ],
    [
      { ...plain, sourceIdentity: "{claims.many}" },
      { code: "template_value_ambiguous", subject: "claims.many" },
    ],
    [
      { ...plain, sourceIdentity: "{name}" },
      { code: "source_identity_invalid", subject: "sourceIdentity" },
    ],
    [
      { ...plain, tags: { team: "{claims.team}" } },
      { code: "template_value_missing", subject: "claims.team" },
    ],
    [
      { ...plain, tags: { team: "{claims.odd}" } },
      { code: "session_tag_invalid", subject: "team", reason: "value_characters" },
    ],
  ])("are refused rather than guessed: %#", (grant, error) => {
    const identity = person({ claims: { many: ["a", "b"], odd: ["a;b"] } });
    expect(resolveSessionAttributes(grant, identity)).toEqual({ ok: false, error });
  });
});
