import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { err, ok, type Result } from "#lib/result";
import type { ConfigPath, ConfigProblem, Finding } from "./problem";

export type YamlDocument = {
  /** The document as plain mappings, lists and scalars. */
  readonly value: unknown;
  /** What the syntax allows and a configuration does not: keys that stand twice. */
  readonly findings: readonly Finding[];
  /** The line of the deepest part of a path that the document has. */
  readonly lineOf: (path: ConfigPath) => number | undefined;
};

const UNKNOWN_ANCHOR = "refers to an anchor that does not exist; text that starts with * goes in quotes";

/** Our words for what people really meet; the library's own messages quote the source, where a secret may stand. */
const WORDS: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "holds more than one document; remove the line with ---",
  TAB_AS_INDENT: "is indented with a tab; use spaces",
  BAD_INDENT: "is indented differently from its neighbours",
  MISSING_CHAR: "lacks a closing quote, bracket or colon here",
  BLOCK_AS_IMPLICIT_KEY: "has a second mapping on this line; start it on a line of its own, or put the text in quotes",
  BAD_ALIAS: UNKNOWN_ANCHOR,
  TAG_RESOLVE_FAILED: "uses a tag (!…), which has no meaning here; put text that starts with ! in quotes",
  BAD_SCALAR_START: "starts with a character that YAML reserves (@, ` or %); put the text in quotes",
  BAD_DQ_ESCAPE: "has an unknown escape in double quotes; use single quotes to keep backslashes as they are",
  MULTILINE_IMPLICIT_KEY: "has a key that goes over several lines; a colon is missing here or above",
};

const OPTIONS = {
  version: "1.2",
  schema: "core",
  merge: false,
  strict: true,
  // Found by findRepeatedKeys, together with everything else.
  uniqueKeys: false,
  prettyErrors: false,
} as const;

type Parsed = Document.Parsed<ParsedNode>;

function toProblem(error: YAMLError, lines: LineCounter): ConfigProblem {
  const { line } = lines.linePos(error.pos[0]);
  return { path: "", line, message: WORDS[error.code] ?? "is not valid YAML here or just above" };
}

function findRepeatedKeys(node: unknown, path: ConfigPath, lines: LineCounter): Finding[] {
  if (isSeq(node)) return node.items.flatMap((item, index) => findRepeatedKeys(item, [...path, index], lines));
  if (!isMap(node)) return [];
  const firstLines = new Map<string, number>();
  return node.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const name = String(key.value);
    const { line } = lines.linePos(key.range?.[0] ?? 0);
    const inside = findRepeatedKeys(value, [...path, name], lines);
    const first = firstLines.get(name);
    if (first === undefined) {
      firstLines.set(name, line);
      return inside;
    }
    return [
      { path: [...path, name], line, message: `stands twice, first in line ${first}; keep one of them` },
      ...inside,
    ];
  });
}

function findLine(document: Parsed, lines: LineCounter, path: ConfigPath): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) break;
      if (isNode(pair.key) && pair.key.range) offset = pair.key.range[0];
      node = pair.value;
    } else if (isSeq(node) && typeof step === "number") {
      node = node.items[step];
      if (isNode(node) && node.range) offset = node.range[0];
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

/** An alias to nothing, or to something that it is part of, which would never end. */
function findWrongAlias(document: Parsed, lines: LineCounter): ConfigProblem | null {
  let problem: ConfigProblem | null = null;
  visit(document, {
    Alias: (_key, alias, ancestors) => {
      const target = alias.resolve(document);
      const isEndless = ancestors.some((ancestor) => ancestor === target);
      if (target !== undefined && !isEndless) return undefined;
      const message = isEndless ? "is an alias (*) to something that it is part of; write it out" : UNKNOWN_ANCHOR;
      problem = { path: "", line: lines.linePos(alias.range?.[0] ?? 0).line, message };
      return visit.BREAK;
    },
  });
  return problem;
}

/** Aliases of aliases multiply ("billion laughs"); no configuration comes near this many. */
const MAX_ALIASES = 10_000;

function toPlain(document: Parsed): { value: unknown } | null {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

/**
 * Reads one YAML 1.2 document (core schema, no merge keys, no tags). Refuses, all at once and by line: syntax errors,
 * several documents, aliases without end.
 */
export function readYaml(text: string): Result<YamlDocument, ConfigProblem[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { ...OPTIONS, lineCounter: lines });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return err(faults.map((fault) => toProblem(fault, lines)));
  const wrongAlias = findWrongAlias(document, lines);
  if (wrongAlias !== null) return err([wrongAlias]);
  const plain = toPlain(document);
  if (plain === null)
    return err([{ path: "", message: "has aliases (*) that multiply without bound; write them out" }]);
  return ok({
    ...plain,
    findings: findRepeatedKeys(document.contents, [], lines),
    lineOf: (path) => findLine(document, lines, path),
  });
}
