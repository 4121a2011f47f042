import "server-only";
import type { AccentThemes } from "#lib/config/accent";

type Shown = { readonly ratio: number; readonly version: string };
type Look = { readonly accent: AccentThemes | null; readonly logo: Shown | null; readonly logoDark: Shown | null };

const both = (themes: AccentThemes, part: "accent" | "soft" | "focus") =>
  `light-dark(${themes.light[part]}, ${themes.dark[part]})`;

const accentRules = (themes: AccentThemes): readonly string[] => [
  ":root {",
  `  --color-accent: ${both(themes, "accent")};`,
  `  --color-accent-soft: ${both(themes, "soft")};`,
  `  --color-focus: ${both(themes, "focus")};`,
  "}",
];

/** Its place is kept by its ratio. As high as the portal's own, and as wide as a phone's header has room for. */
const logoRule = (selector: string, { ratio, version }: Shown, theme: "light" | "dark") =>
  `${selector} { content: url("/brand/logo?theme=${theme}&v=${version}"); width: auto; max-width: min(10rem, 14vw); aspect-ratio: ${ratio.toFixed(4)}; object-fit: contain; }`;

function darkLogoRules(logo: Shown): readonly string[] {
  const bySystem = logoRule(':root:not([data-theme="light"]) .brand-logo', logo, "dark");
  return [
    `@media (prefers-color-scheme: dark) { ${bySystem} }`,
    logoRule(':root[data-theme="dark"] .brand-logo', logo, "dark"),
  ];
}

/**
 * The rules that lay the company's look over app/globals.css, whose tokens stand in a layer and so give way. A logo stands
 * in for the portal's own by `content`: no script of an SVG runs in an image, and no page has to know.
 */
export function formatBrandCss({ accent, logo, logoDark }: Look): string {
  const rules = [
    ...(accent === null ? [] : accentRules(accent)),
    ...(logo === null ? [] : [logoRule(".brand-logo", logo, "light")]),
    ...(logoDark === null ? [] : darkLogoRules(logoDark)),
  ];
  return rules.length === 0 ? "" : `${rules.join("\n")}\n`;
}
