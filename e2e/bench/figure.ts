/** A figure, the bar it is held against, and whether it holds. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly bar: string;
  readonly holds: boolean;
};

export const atMost = (name: string, value: number, unit: string, bar: number): Figure => ({
  name,
  value,
  unit,
  bar: `≤ ${bar}`,
  holds: value <= bar,
});

export const atLeast = (name: string, value: number, unit: string, bar: number): Figure => ({
  name,
  value,
  unit,
  bar: `≥ ${bar}`,
  holds: value >= bar,
});

export const plain = (name: string, value: number, unit: string): Figure => ({
  name,
  value,
  unit,
  bar: "",
  holds: true,
});

/** The table that a person reads; NaN is a bar that was missed. */
export function report(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, unit, bar, holds } of figures) {
    const shown = `${value.toFixed(value < 100 ? 2 : 0)} ${unit}`.padStart(14);
    process.stdout.write(`  ${name.padEnd(width)} ${shown}  ${bar.padStart(7)} ${holds ? "" : "MISSED"}\n`);
  }
}
