import { contrast, fromHex, type Oklch, toHex } from "./oklch";

/** What app/globals.css lays text and links on, by theme and token. A test holds the two together. */
export const BACKGROUND_COLOURS = {
  light: {
    canvas: { l: 0.977, c: 0.003, h: 255 },
    surface: { l: 1, c: 0, h: 0 },
    sunken: { l: 0.965, c: 0.004, h: 255 },
    hover: { l: 0.955, c: 0.005, h: 255 },
  },
  dark: {
    canvas: { l: 0.168, c: 0.008, h: 262 },
    surface: { l: 0.205, c: 0.009, h: 262 },
    sunken: { l: 0.183, c: 0.008, h: 262 },
    hover: { l: 0.255, c: 0.011, h: 262 },
  },
} as const satisfies Record<"light" | "dark", Record<string, Oklch>>;

export type ThemeAccent = { readonly accent: string; readonly soft: string; readonly focus: string };
export type AccentThemes = { readonly light: ThemeAccent; readonly dark: ThemeAccent };

/** WCAG 2.2, 1.4.3 for text; 1.4.11 for what shows the focus. */
const TEXT = 4.5;
const NON_TEXT = 3;
const STEP = 0.004;

const isReadable = (hex: string, backgrounds: readonly string[], ratio: number) =>
  backgrounds.every((background) => contrast(hex, background) >= ratio);

/** The colour itself, or the nearest of its hue that stands out enough: darker on light, lighter on dark. */
function standOut(colour: Oklch, backgrounds: readonly string[], ratio: number, direction: 1 | -1): string {
  for (let { l } = colour; l >= 0 && l <= 1; l += direction * STEP) {
    const hex = toHex({ ...colour, l });
    if (isReadable(hex, backgrounds, ratio)) return hex;
  }
  // Black on light and white on dark stand out more than anything else.
  return direction === 1 ? "#ffffff" : "#000000";
}

function deriveTheme(colour: Oklch, theme: "light" | "dark"): ThemeAccent {
  const [l, share, most, direction] =
    theme === "light" ? [0.955, 0.12, 0.03, -1 as const] : [0.285, 0.33, 0.055, 1 as const];
  const soft = toHex({ ...colour, l, c: Math.min(colour.c * share, most) });
  const backgrounds = [...Object.values(BACKGROUND_COLOURS[theme]).map(toHex), soft];
  return {
    soft,
    accent: standOut(colour, backgrounds, TEXT, direction),
    focus: standOut(colour, backgrounds, NON_TEXT, direction),
  };
}

/**
 * The accent of both themes from one colour of the company's: its hue stays, its lightness moves as far as 4.5:1 on every
 * background of the theme asks for, and not further.
 */
export function deriveAccent(hex: string): AccentThemes {
  const colour = fromHex(hex);
  return { light: deriveTheme(colour, "light"), dark: deriveTheme(colour, "dark") };
}
