import "server-only";

const MAX_CHARACTERS = 60;

/**
 * What no name may hold: control characters, line breaks, half characters, and what turns the direction of the text around it
 * (UAX #9, Bidi_Control), which would let a name read as another one.
 */
const REFUSED = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}]/u;
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A person's own name for a role, 1 to 60 characters without blanks around them; null for text that is none. */
export function parseOwnName(text: string): string | null {
  const name = text.normalize("NFC").trim();
  if ([...name].length > MAX_CHARACTERS || REFUSED.test(name) || !VISIBLE.test(name)) return null;
  return name;
}
