/** A pattern's parts: text to be met as it is, `?` for one character, `*` for any number of them. */
export type PatternPart = string | { readonly wildcard: "?" | "*" };

type Unit = { readonly literal: string } | { readonly wildcard: "?" | "*" };

function toUnits(pattern: readonly PatternPart[]): Unit[] {
  return pattern.flatMap((part): Unit[] =>
    typeof part === "string" ? Array.from(part, (literal) => ({ literal })) : [part],
  );
}

/**
 * Matches the whole text. Takes at most |pattern| × |text| steps: policies come from administrators, values from
 * strangers, so nothing here may run away as a regular expression can.
 */
export function matchesPattern(pattern: readonly PatternPart[], text: string): boolean {
  if (pattern.every((part) => typeof part === "string")) return pattern.join("") === text;
  const [units, characters] = [toUnits(pattern), Array.from(text)];
  let [unit, position, starUnit, starPosition] = [0, 0, -1, 0];
  while (position < characters.length) {
    const current = units[unit];
    if (current && "wildcard" in current && current.wildcard === "*") {
      [starUnit, starPosition] = [unit, position];
      unit += 1;
    } else if (current && ("wildcard" in current || current.literal === characters[position])) {
      unit += 1;
      position += 1;
    } else if (starUnit >= 0) {
      starPosition += 1;
      [unit, position] = [starUnit + 1, starPosition];
    } else return false;
  }
  return units.slice(unit).every((rest) => "wildcard" in rest && rest.wildcard === "*");
}

/** `*` and `?` of a plain text as wildcards. */
export function parsePattern(text: string): PatternPart[] {
  if (!/[*?]/.test(text)) return text === "" ? [] : [text];
  return text
    .split(/([*?])/)
    .filter((part) => part !== "")
    .map((part) => (part === "*" || part === "?" ? { wildcard: part } : part));
}
