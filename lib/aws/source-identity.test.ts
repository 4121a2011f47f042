import { expect, it } from "vitest";
import { parseSourceIdentity } from "./source-identity";

it.each(["ada@example.com", "ab", "x".repeat(64)])("accepts %s as it is", (text) => {
  expect(parseSourceIdentity(text)).toEqual({ ok: true, value: text });
});

it.each(["", "a", "x".repeat(65), "a b", "aws:root", "ada\n", "é@example.com", "a/b", "*"])(
  "refuses %j instead of changing it",
  (text) => {
    expect(parseSourceIdentity(text)).toEqual({ ok: false, error: "source_identity_invalid" });
  },
);
