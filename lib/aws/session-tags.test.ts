import { describe, expect, it } from "vitest";
import { parseSessionTags } from "./session-tags";

const refused = (key: string, reason: string) => ({ ok: false, error: { code: "session_tag_invalid", key, reason } });

describe("session tags", () => {
  it("are accepted, in any script, sorted by key", () => {
    expect(parseSessionTags({ team: "Zahlungen & Co".replace("&", "+"), "cost-center": "", équipe: "支払い" })).toEqual(
      {
        ok: true,
        value: [
          { key: "cost-center", value: "" },
          { key: "team", value: "Zahlungen + Co" },
          { key: "équipe", value: "支払い" },
        ],
      },
    );
  });

  it.each([
    ["", "x", "key_length"],
    ["k".repeat(129), "x", "key_length"],
    ["a*b", "x", "key_characters"],
    ["aws:team", "x", "key_reserved"],
    ["AWS:team", "x", "key_reserved"],
    ["team", "x".repeat(257), "value_length"],
    ["team", "a\nb", "value_characters"],
    ["team", "a;b", "value_characters"],
    ["team", "${aws:username}", "value_characters"],
  ])("refuse key %j with value %j: %s", (key, value, reason) => {
    expect(parseSessionTags({ [key]: value })).toEqual(refused(key, reason));
  });

  it("refuse two keys that differ in case only", () => {
    expect(parseSessionTags({ Dept: "a", dept: "a" })).toEqual(refused("dept", "key_repeated"));
  });

  it("are 50 at most", () => {
    const tags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${i}`, "v"]));
    expect(parseSessionTags(tags(50))).toMatchObject({ ok: true });
    expect(parseSessionTags(tags(51))).toMatchObject({ ok: false, error: { reason: "too_many" } });
  });

  it("read own keys only", () => {
    expect(parseSessionTags(Object.create({ inherited: "x" }))).toEqual({ ok: true, value: [] });
  });
});
