/** A colour as people see it: lightness 0 to 1, chroma, hue in degrees. Björn Ottosson, "A perceptual color space". */
export type Oklch = { readonly l: number; readonly c: number; readonly h: number };

type Rgb = readonly [r: number, g: number, b: number];

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function parseHex(hex: string): Rgb {
  const digits = hex.slice(1);
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const at = (start: number) => toLinear(Number.parseInt(full.slice(start, start + 2), 16) / 255);
  return [at(0), at(2), at(4)];
}

export function fromHex(hex: string): Oklch {
  const [r, g, b] = parseHex(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const h = (Math.atan2(bb, a) * 180) / Math.PI;
  return { l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, c: Math.hypot(a, bb), h: h < 0 ? h + 360 : h };
}

function toLinearRgb({ l, c, h }: Oklch): Rgb {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

const isShown = (rgb: Rgb) => rgb.every((value) => value >= -0.0001 && value <= 1.0001);

/** The nearest colour of the same lightness and hue that a screen shows: chroma gives way (CSS Color 4, gamut mapping). */
function fitChroma(colour: Oklch): Rgb {
  if (isShown(toLinearRgb(colour))) return toLinearRgb(colour);
  let [low, high] = [0, colour.c];
  for (let step = 0; step < 16; step++) {
    const c = (low + high) / 2;
    if (isShown(toLinearRgb({ ...colour, c }))) low = c;
    else high = c;
  }
  return toLinearRgb({ ...colour, c: low });
}

export function toHex(colour: Oklch): string {
  const digits = fitChroma(colour).map((value) => Math.round(fromLinear(Math.min(1, Math.max(0, value))) * 255));
  return `#${digits.map((digit) => digit.toString(16).padStart(2, "0")).join("")}`;
}

/** WCAG 2.2, relative luminance; of what is really shown, eight bits a channel. */
function luminance(hex: string): number {
  const [r, g, b] = parseHex(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio: 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
