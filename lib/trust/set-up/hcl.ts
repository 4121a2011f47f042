/** A function stands for an expression, which is written as it is. */
export type Hcl = string | number | boolean | (() => string) | readonly Hcl[] | { readonly [key: string]: Hcl };

const INDENT = "  ";

/** A quoted template without templates in it: `${` and `%{` are escaped. HCL native syntax, "Template literals". */
export const quoteHcl = (text: string): string =>
  JSON.stringify(text)
    .replace(/\\b/g, "\\u0008")
    .replace(/\\f/g, "\\u000c")
    .replace(/([$%])\{/g, "$1$1{");

/** A value of Terraform's language, laid out as `terraform fmt` does. */
export function formatHcl(value: Hcl, depth = 0): string {
  if (typeof value === "function") return value();
  if (typeof value === "string") return quoteHcl(value);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return formatList(value, depth);
  return `{\n${formatAttributes(value, depth + 1, (key) => (/^[A-Za-z_][\w-]*$/.test(key) ? key : quoteHcl(key)))}${INDENT.repeat(depth)}}`;
}

const isList = (value: Hcl): value is readonly Hcl[] => Array.isArray(value);

function formatList(items: readonly Hcl[], depth: number): string {
  const texts = items.map((item) => formatHcl(item, depth + 1));
  const line = `[${texts.join(", ")}]`;
  if (!line.includes("\n") && line.length <= 100) return line;
  const inner = INDENT.repeat(depth + 1);
  return `[\n${texts.map((text) => `${inner}${text},\n`).join("")}${INDENT.repeat(depth)}]`;
}

/** Lines of `key = value`, equals signs in line over neighbours of one line each. */
export function formatAttributes(
  attributes: { readonly [key: string]: Hcl },
  depth: number,
  formatKey: (key: string) => string = (key) => key,
): string {
  const lines = Object.entries(attributes).map(([key, value]) => ({
    key: formatKey(key),
    text: formatHcl(value, depth),
  }));
  const widths = alignNeighbours(lines);
  return lines.map(({ key, text }, at) => `${INDENT.repeat(depth)}${key.padEnd(widths[at] ?? 0)} = ${text}\n`).join("");
}

/** `terraform fmt` lets a value of several lines end a group, and begin none. */
function alignNeighbours(lines: readonly { readonly key: string; readonly text: string }[]): readonly number[] {
  const widths: number[] = [];
  let group: number[] = [];
  const close = () => {
    const width = Math.max(0, ...group.map((at) => lines[at]?.key.length ?? 0));
    for (const at of group) widths[at] = width;
    group = [];
  };
  for (const [at, { key, text }] of lines.entries()) {
    if (!text.includes("\n")) {
      group.push(at);
      continue;
    }
    close();
    widths[at] = key.length;
  }
  close();
  return widths;
}
