import { err, ok, type Result } from "#lib/result";

export type SessionTag = { readonly key: string; readonly value: string };

export type SessionTagProblem =
  | "too_many" // more than 50
  | "key_length" // not 1 to 128 characters
  | "key_characters"
  | "key_reserved" // starts with aws:
  | "key_repeated" // another key differs in case only
  | "value_length" // more than 256 characters
  | "value_characters";

export type SessionTagRefusal = {
  readonly code: "session_tag_invalid";
  readonly key: string;
  readonly reason: SessionTagProblem;
};

const MAX_TAGS = 50;
// STS API Reference, Tag. Lengths are counted in UTF-16 units, the stricter reading.
const CHARACTERS = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Accepts up to 50 tags that STS accepts, sorted by key. Keys that differ in case only are the same key to AWS. */
export function parseSessionTags(tags: Readonly<Record<string, string>>): Result<SessionTag[], SessionTagRefusal> {
  const seen = new Set<string>();
  const parsed: SessionTag[] = [];
  for (const key of Object.keys(tags).sort()) {
    const value = tags[key] ?? "";
    const folded = key.toLowerCase();
    const reason = seen.has(folded) ? "key_repeated" : findProblem(key, value);
    if (reason !== null) return refuse(key, reason);
    seen.add(folded);
    parsed.push({ key, value });
    if (parsed.length > MAX_TAGS) return refuse(key, "too_many");
  }
  return ok(parsed);
}

function refuse(key: string, reason: SessionTagProblem) {
  return err({ code: "session_tag_invalid", key, reason } as const);
}

function findProblem(key: string, value: string): SessionTagProblem | null {
  if (key.length < 1 || key.length > 128) return "key_length";
  if (!CHARACTERS.test(key)) return "key_characters";
  if (key.toLowerCase().startsWith("aws:")) return "key_reserved";
  if (value.length > 256) return "value_length";
  return CHARACTERS.test(value) ? null : "value_characters";
}
