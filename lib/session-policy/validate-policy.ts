import type { Partition } from "#lib/aws/partition";
import { parseJson } from "./parse-json";
import { type Phrase, phrase } from "./phrase";
import { MAX_CUSTOM_CHARACTERS, MAX_POLICY_CHARACTERS } from "./policy-document";
import type { Findings } from "./policy-findings";
import type { PolicyProblem } from "./policy-problem";
import { checkDocument } from "./policy-statements";
import { locate } from "./scan-json";

export type PolicyValidation = {
  /** In the order of the document, errors and warnings together; at most 50. */
  readonly problems: readonly PolicyProblem[];
  /** Without white space, as it would be sent; null when it is not JSON. */
  readonly minified: string | null;
  /** Of `minified`, or of the text as it is. */
  readonly characters: number;
};

const MAX_PROBLEMS = 50;
// STS API Reference, AssumeRole, `Policy`: tab, line feed, carriage return, U+0020 to U+00FF.
const FORBIDDEN = /[^\t\n\r\u0020-\u00ff]/u;

/**
 * Checks a session policy as it is typed: what STS would refuse as MalformedPolicyDocument or for its size is an error, with
 * its line. Takes a millisecond or so; text longer than 20,000 characters is refused without being read.
 */
export function validatePolicy(text: string, partition: Partition | null = null): PolicyValidation {
  if (text.trim() === "") return refuse(text, phrase("nothingYet"));
  if (text.length > MAX_CUSTOM_CHARACTERS) {
    return refuse(text, phrase("tooLong", { count: text.length }));
  }
  const json = parseJson(text);
  if (!json.ok) return { problems: [json.error], minified: null, characters: text.length };
  const { root, minified } = json.value;
  if (root.type !== "Object") return refuse(text, phrase("notObject"));
  const problems = [
    ...checkSize(minified),
    ...checkCharacters(text, minified),
    ...takeFirst(checkDocument({ node: root, path: "" }, partition)),
  ];
  return { problems: sortByPlace(problems).slice(0, MAX_PROBLEMS), minified, characters: minified.length };
}

/** Stops looking once there is enough to read: a thousand mistakes take no longer than fifty. */
function takeFirst(findings: Findings): readonly PolicyProblem[] {
  const taken: PolicyProblem[] = [];
  for (const problem of findings) {
    taken.push(problem);
    if (taken.length === MAX_PROBLEMS) break;
  }
  return taken;
}

function refuse(text: string, message: Phrase): PolicyValidation {
  return { problems: [atStart(message)], minified: null, characters: text.length };
}

const atStart = (message: Phrase): PolicyProblem => ({ line: 1, column: 1, path: "", message, severity: "error" });

function checkSize(minified: string): readonly PolicyProblem[] {
  if (minified.length <= MAX_POLICY_CHARACTERS) return [];
  return [atStart(phrase("tooLongMinified", { count: minified.length }))];
}

function checkCharacters(text: string, minified: string): readonly PolicyProblem[] {
  const found = FORBIDDEN.exec(minified)?.[0];
  if (found === undefined) return [];
  // Written as an escape (\u2026) it stands nowhere in the text.
  const place = locate(text, Math.max(0, text.indexOf(found)));
  const message = phrase("letters", { found: JSON.stringify(found) });
  return [{ ...place, path: "", message, severity: "error" }];
}

const sortByPlace = (problems: readonly PolicyProblem[]): readonly PolicyProblem[] =>
  problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
