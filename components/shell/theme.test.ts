import { expect, test } from "vitest";
import { parseTheme } from "./theme";

test.each(["light", "dark", "system"])("the cookie may say %s", (theme) => {
  expect(parseTheme(theme)).toBe(theme);
});

test.each([undefined, "", 'dark" onload="x', "DARK"])("anything else (%s) follows the system", (text) => {
  expect(parseTheme(text)).toBe("system");
});
