import type { z } from "zod";
import { didYouMean, findNearest } from "#lib/nearest";
import { findKnownKeys } from "./known-keys";
import type { ConfigPath, Finding } from "./problem";
import { type Config, configSchema } from "./schema";

const KINDS: Readonly<Record<string, string>> = {
  string: "text",
  boolean: "true or false",
  number: "a number",
  int: "a whole number",
  array: "a list (lines that start with -)",
  object: "a mapping (lines of key: value)",
  record: "a mapping (lines of key: value)",
};

function describeType(expected: string, input: unknown): string {
  const kind = KINDS[expected] ?? expected;
  if (input === undefined) return `is missing; needs to be ${kind}`;
  if (input === null) return `is empty; needs to be ${kind}, or remove the key`;
  if (expected === "string" && typeof input !== "object") return "needs to be text: put it in quotes";
  return `needs to be ${kind}`;
}

function describeChoice(values: readonly unknown[], input: unknown): string {
  const choices = values.map(String);
  const start = input === undefined ? "is missing; needs to be" : "needs to be";
  const nearest = typeof input === "string" ? findNearest(input, choices) : null;
  return `${start} one of ${choices.join(", ")}${nearest === null ? "" : `; did you mean ${nearest}?`}`;
}

/** `at least 1 entry`: bounds in the words of what is counted. */
function describeBound(side: "least" | "most", count: number | bigint, origin: string): string {
  if (origin === "array") return `needs at ${side} ${count} ${Number(count) === 1 ? "entry" : "entries"}`;
  if (origin === "string") return `needs at ${side} ${count} ${Number(count) === 1 ? "character" : "characters"}`;
  return `needs to be at ${side} ${count}`;
}

/** Plain words for what a definition says nothing about itself. None of them quotes what was written. */
function describeIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return describeType(issue.expected, issue.input);
    case "invalid_value":
      return describeChoice(issue.values, issue.input);
    case "too_small":
      return describeBound("least", issue.minimum, issue.origin);
    case "too_big":
      return describeBound("most", issue.maximum, issue.origin);
    case "invalid_format":
      return issue.format === "url" ? "needs to be a URL such as https://example.com/help" : "has an unusable form";
    case "invalid_union":
      return "needs type: saml or type: oidc";
    case "invalid_key":
      return "is not a usable key here: it is empty, too long, or has one of / * = ,";
    default:
      return undefined;
  }
}

function describeUnknownKey(path: ConfigPath, key: string): Finding {
  const known = findKnownKeys(path);
  const message = known.has(key)
    ? "does not belong to an identity provider of this type; remove it"
    : `is not a known key${didYouMean(key, known) || `; known here: ${[...known].sort().join(", ")}`}`;
  return { path: [...path, key], message };
}

function toFindings(issue: z.core.$ZodIssue): Finding[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => describeUnknownKey(path, key));
  return [{ path, message: issue.message }];
}

/** The document against the definition: the configuration, when it fits, and all that does not. */
export function checkShape(value: unknown): { config: Config | null; findings: Finding[] } {
  const parsed = configSchema.safeParse(value, { error: describeIssue });
  if (parsed.success) return { config: parsed.data, findings: [] };
  return { config: null, findings: parsed.error.issues.flatMap(toFindings) };
}
