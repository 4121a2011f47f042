import { expect, test } from "vitest";
import { deriveAccent } from "#lib/config/accent";
import { formatBrandCss } from "./brand-css";

test("a portal without a brand has no rules", () => {
  expect(formatBrandCss({ accent: null, logo: null, logoDark: null })).toBe("");
});

test("the accent replaces the three tokens, each for both themes", () => {
  const css = formatBrandCss({ accent: deriveAccent("#0b5fff"), logo: null, logoDark: null });
  for (const name of ["accent", "accent-soft", "focus"]) {
    expect(css).toMatch(new RegExp(`--color-${name}: light-dark\\(#[0-9a-f]{6}, #[0-9a-f]{6}\\);`));
  }
});

test("the dark logo stands by the person's choice, and by the system's unless they chose light", () => {
  const logo = { ratio: 3, version: "a" };
  const css = formatBrandCss({ accent: null, logo, logoDark: { ratio: 2, version: "b" } });
  expect(css).toContain('@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) .brand-logo');
  expect(css).toContain(':root[data-theme="dark"] .brand-logo { content: url("/brand/logo?theme=dark&v=b")');
  expect(css).toContain("aspect-ratio: 3.0000");
});
