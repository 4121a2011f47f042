import { fold } from "./fold";
import { MAX_QUERY_LENGTH } from "./limits";

const MAX_WORDS = 8;

/** Comes along unseen when somebody pastes from a document: zero-width spaces, marks and embeddings of direction. */
const UNSEEN = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** As the AWS console writes an account id. */
const DASHED_ACCOUNT = /^\d{4}-\d{4}-\d{4}$/;

/** The words to look for, folded, each once. Everything in them is plain text. */
export function parseQuery(query: string): readonly string[] {
  const words = fold(query.slice(0, MAX_QUERY_LENGTH).replace(UNSEEN, "").normalize("NFC"))
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => (DASHED_ACCOUNT.test(word) ? word.replaceAll("-", "") : word));
  return [...new Set(words)].slice(0, MAX_WORDS);
}
