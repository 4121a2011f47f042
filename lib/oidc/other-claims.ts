import type { Claims } from "./claim-value";

/** What a token says about itself rather than about the person (RFC 7519, 4.1; OpenID Connect Core 1.0, 2 and 5.6.2). */
const ABOUT_THE_TOKEN: ReadonlySet<string> = new Set([
  ...["iss", "sub", "aud", "exp", "iat", "nbf", "jti", "azp", "nonce", "sid", "auth_time"],
  ...["at_hash", "c_hash", "s_hash", "_claim_names", "_claim_sources", "hasgroups", "uti", "rh"],
]);

/** Deeper than any claim that rules or templates would name. */
const MAX_DEPTH = 4;

const toTexts = (values: readonly unknown[]): string[] =>
  values.flatMap((value) => {
    if (typeof value === "string") return [value];
    return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
  });

function flatten(name: string, value: unknown, depth: number): [string, readonly string[]][] {
  if (Array.isArray(value)) return [[name, toTexts(value)]];
  if (typeof value !== "object" || value === null) {
    const texts = toTexts([value]);
    return texts.length === 0 ? [] : [[name, texts]];
  }
  if (depth >= MAX_DEPTH) return [];
  return Object.entries(value).flatMap(([key, inner]) => flatten(`${name}.${key}`, inner, depth + 1));
}

/**
 * All other claims as lists of texts, by their names: numbers and booleans as text, members of objects by their path
 * (`address.country`), where no claim has that very name. What the token says about itself, and what `taken` names, is left out.
 */
export function readOtherClaims(claims: Claims, taken: ReadonlySet<string>): Record<string, readonly string[]> {
  const names = Object.keys(claims).filter((name) => !ABOUT_THE_TOKEN.has(name) && !taken.has(name));
  const nested = names.flatMap((name) => flatten(name, claims[name], 0)).filter(([name]) => !taken.has(name));
  const exact = nested.filter(([name]) => Object.hasOwn(claims, name));
  // Later entries win: a claim of that very name is never overshadowed by a path.
  return Object.fromEntries([...nested, ...exact]);
}
