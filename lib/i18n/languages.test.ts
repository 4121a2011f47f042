import { expect, test } from "vitest";
import { resolveLanguage } from "./languages";

const resolve = (acceptLanguage: string | null, cookie?: string) =>
  resolveLanguage({ cookie, acceptLanguage }, ["de", "en"]);

test.each([
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr, en;q=0.5, de;q=0.7", "de"],
  ["fr", "en"],
  ["de;q=0, en", "en"],
  ["", "en"],
  ["*", "en"],
  ["deu", "en"],
])("the browser's %j gives %s", (header, language) => {
  expect(resolve(header)).toBe(language);
});

test("what the person chose counts before what the browser prefers", () => {
  expect(resolve("en", "de")).toBe("de");
});

test.each(["", "xx", "../de", "DE"])("a cookie of %j counts as none", (cookie) => {
  expect(resolve(null, cookie)).toBe("en");
});
