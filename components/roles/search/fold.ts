const ASCII = /^[\0-\x7f]*$/;
const MARKS = /\p{M}+/gu;

function foldCharacter(character: string): string {
  const folded = character.normalize("NFD").replace(MARKS, "").toLowerCase();
  return folded.length === character.length ? folded : character;
}

/**
 * Without case and diacritics: "Zürich" is found by "zurich". As long as the text itself, so that a place in the one is that
 * place in the other; a character that would change its length stays as it is.
 */
export function fold(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : Array.from(text, foldCharacter).join("");
}
