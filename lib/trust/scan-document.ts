import { plain, type Saying, say } from "./saying";

export type DocumentProblem = {
  /** `Statement[0].Condition.StringEquals`; empty for the document itself. */
  readonly path: string;
  readonly message: Saying;
};

/** A trust policy is at most 7 levels deep: document, list, statement, Condition, operator, key, values. */
const MAX_DEPTH = 10;
const MAX_VALUES = 8192;
const TOO_DEEP = say("document.too_deep", { most: MAX_DEPTH });
const TOO_MANY = plain("document.too_many");
const PROTOTYPE = plain("document.proto_key");

/** `Statement[0].Condition.StringEquals` */
export const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");

type Frame = { readonly keys: Set<string> | null; part: string | number; isKeyNext: boolean };

/**
 * What JSON.parse passes over in text that it takes: a key twice in one object, where the last silently wins and IAM
 * refuses the document; `__proto__`; nesting without end.
 */
export function scanJson(text: string): DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const stack: Frame[] = [];
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const frame = stack.at(-1);
    if (token === "{" || token === "[") {
      if (stack.length >= MAX_DEPTH) return [{ path: "", message: TOO_DEEP }];
      stack.push(
        token === "{" ? { keys: new Set(), part: "", isKeyNext: true } : { keys: null, part: 0, isKeyNext: false },
      );
    } else if (token === "}" || token === "]") stack.pop();
    else if (frame === undefined) continue;
    else if (token === ",") advance(frame);
    else if (token === ":") frame.isKeyNext = false;
    else if (frame.isKeyNext && frame.keys !== null) {
      const message = enterKey(frame, frame.keys, String(JSON.parse(token)));
      if (message !== null) problems.push({ path: formatPath(stack.map((one) => one.part)), message });
    }
  }
  return problems;
}

function advance(frame: Frame): void {
  if (typeof frame.part === "number") frame.part += 1;
  frame.isKeyNext = frame.keys !== null;
}

function enterKey(frame: Frame, keys: Set<string>, key: string): Saying | null {
  frame.part = key;
  if (key === "__proto__") return PROTOTYPE;
  if (keys.has(key)) return plain("document.key_twice");
  keys.add(key);
  return null;
}

/** The same for a value already parsed, where a key cannot stand twice but a cycle can. */
export function scanObject(document: unknown): DocumentProblem[] {
  const open: { readonly value: object; readonly path: readonly PropertyKey[] }[] = [];
  if (typeof document === "object" && document !== null) open.push({ value: document, path: [] });
  for (let seen = 0; seen < open.length; seen++) {
    const current = open[seen];
    if (current === undefined) break;
    if (current.path.length >= MAX_DEPTH) return [{ path: "", message: TOO_DEEP }];
    if (open.length > MAX_VALUES) return [{ path: "", message: TOO_MANY }];
    const isList = Array.isArray(current.value);
    for (const [key, value] of Object.entries(current.value)) {
      const path = [...current.path, isList ? Number(key) : key];
      if (key === "__proto__") return [{ path: formatPath(path), message: PROTOTYPE }];
      if (typeof value === "object" && value !== null) open.push({ value, path });
    }
  }
  return [];
}
