import "server-only";
import { matchesGlob, parseGlob } from "#lib/access/glob";
import type { Grant } from "#lib/access/resolve-grants";
import { parseSessionTags } from "#lib/aws/session-tags";
import { err, ok, type Result } from "#lib/result";
import type { Refusal } from "./refusal";

function fits(pattern: string, text: string): boolean {
  const glob = parseGlob(pattern);
  return glob === null ? pattern === text : matchesGlob(glob, text);
}

/**
 * The reason or ticket for a role that asks for one; null where there is none. It becomes a session tag, so that it is held
 * to a tag's rules: at most 256 letters, digits, spaces and `_ . : / = + - @`.
 */
export function resolveReason(asked: Grant["reason"], given: string | undefined): Result<string | null, Refusal> {
  const text = (given ?? "").trim();
  if (asked === null || (text === "" && !asked.required)) return ok(null);
  if (text === "") return err({ code: "reason_required", subject: asked.label });
  if (!parseSessionTags({ [asked.tag]: text }).ok) return err({ code: "reason_characters", subject: asked.label });
  const { pattern } = asked;
  return pattern === undefined || fits(pattern, text) ? ok(text) : err({ code: "reason_mismatch", subject: pattern });
}
