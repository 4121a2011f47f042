import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { BACKGROUND_COLOURS, deriveAccent } from "./accent";
import { contrast, fromHex, toHex } from "./oklch";

/** Small and repeatable: mulberry32. */
function random(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const next = random(20261121);
const COLOURS = [
  ...["#000000", "#ffffff", "#ff0000", "#00ff00", "#0000ff", "#ffff00", "#00ffff", "#ff00ff", "#808080", "#0b5fff"],
  ...Array.from(
    { length: 150 },
    () =>
      `#${Math.floor(next() * 2 ** 24)
        .toString(16)
        .padStart(6, "0")}`,
  ),
];

test("whatever the company's colour, its text reads at 4.5:1 and its focus ring at 3:1 in both themes", () => {
  for (const colour of COLOURS) {
    const themes = deriveAccent(colour);
    for (const theme of ["light", "dark"] as const) {
      const { accent, soft, focus } = themes[theme];
      for (const background of [...Object.values(BACKGROUND_COLOURS[theme]).map(toHex), soft]) {
        expect(contrast(accent, background), `${colour} ${theme}`).toBeGreaterThanOrEqual(4.5);
        expect(contrast(focus, background), `${colour} ${theme}`).toBeGreaterThanOrEqual(3);
      }
    }
  }
});

describe("the company's colour", () => {
  test("stays as it is where it reads already", () => {
    expect(deriveAccent("#0b4fd6").light.accent).toBe("#0b4fd6");
    expect(deriveAccent("#ffb020").dark.accent).toBe("#ffb020");
  });

  test("keeps its hue where it has to move", () => {
    for (const colour of ["#ffb020", "#12b886", "#e64980", "#845ef7"]) {
      const { light, dark } = deriveAccent(colour);
      for (const { accent } of [light, dark]) {
        const turn = Math.abs(fromHex(accent).h - fromHex(colour).h);
        expect(Math.min(turn, 360 - turn), colour).toBeLessThan(6);
      }
    }
  });
});

test("contrast is WCAG's: black on white is 21, and a hex goes through OKLCH and back unchanged", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#767676", "#fff")).toBeCloseTo(4.54, 2);
  for (const colour of COLOURS) expect(toHex(fromHex(colour))).toBe(colour);
});

test("the backgrounds are those of app/globals.css", () => {
  const css = readFileSync("app/globals.css", "utf8");
  for (const name of ["canvas", "surface", "sunken", "hover"] as const) {
    const [light, dark] = [BACKGROUND_COLOURS.light[name], BACKGROUND_COLOURS.dark[name]];
    const write = ({ l, c, h }: { l: number; c: number; h: number }) => `oklch(${l} ${c} ${h})`;
    expect(css).toContain(`--color-${name}: light-dark(${write(light)}, ${write(dark)});`);
  }
});
