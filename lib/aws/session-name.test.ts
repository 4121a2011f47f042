import { expect, it } from "vitest";
import { toSessionName } from "./session-name";

const FITS = /^[\w+=,.@-]{2,64}$/;

it.each(["ada@example.com", "Ada", "ab", "x".repeat(64), "a-b_c=d,e+f"])("keeps %s, which fits", (text) => {
  expect(toSessionName(text)).toBe(text);
});

it("keeps what is readable of a name that does not fit", () => {
  expect(toSessionName("José García")).toMatch(/^Jose-Garcia-[0-9a-f]{20}$/);
  expect(toSessionName("DOMAIN\\ada")).toMatch(/^DOMAIN-ada-[0-9a-f]{20}$/);
  expect(toSessionName("")).toMatch(/^user-[0-9a-f]{20}$/);
});

it.each([
  "",
  "a",
  "名前",
  "a b",
  "x".repeat(65),
  "y".repeat(100_000),
  "\ud800",
  "a\n",
  "-",
  "ﷺ".repeat(500),
  "a/b|c\\d",
])("gives a name that AWS accepts for %#", (text) => {
  expect(toSessionName(text)).toMatch(FITS);
});

it("is the SHA-256 of the text's UTF-16", () => {
  // printf 'a b' | iconv -t UTF-16BE | sha256sum
  expect(toSessionName("a b")).toBe("a-b-32e8eec2cbbe3ab502c8");
});
