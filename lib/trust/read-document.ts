import { err, ok, type Result } from "#lib/result";
import { plain, type Saying, say } from "./saying";
import { type DocumentProblem, scanJson, scanObject } from "./scan-document";

export type DocumentRefusal = {
  readonly code: "trust_policy_not_json" | "trust_policy_too_large" | "trust_policy_invalid";
  readonly problems: readonly [DocumentProblem, ...DocumentProblem[]];
};

/** Characters that IAM counts. IAM User Guide, reference_iam-quotas: 2,048 by default, 4,096 at most, no white space. */
const MAX_COUNTED = 4096;
/** With all white space: more is not looked at. */
const MAX_CHARACTERS = 65_536;

/** JSON text, percent-encoded text as IAM's API answers it, or a value already parsed. */
export function readJsonDocument(document: unknown): Result<unknown, DocumentRefusal> {
  return typeof document === "string" ? readText(document) : readValue(document);
}

const refuse = (code: DocumentRefusal["code"], message: Saying) =>
  err({ code, problems: [{ path: "", message }] } as const);

const tooLarge = (characters: number) =>
  refuse("trust_policy_too_large", say("document.too_large", { characters, most: MAX_COUNTED }));

function readText(document: string): Result<unknown, DocumentRefusal> {
  if (document.length > MAX_CHARACTERS) return tooLarge(countCharacters(document));
  const text = decode(document.replace(/^\uFEFF/, "").trim());
  if (text === "") return refuse("trust_policy_not_json", plain("document.nothing_pasted"));
  const counted = countCharacters(text);
  if (counted > MAX_COUNTED) return tooLarge(counted);
  try {
    const parsed: unknown = JSON.parse(text);
    const [first, ...others] = scanJson(text);
    return first === undefined ? ok(parsed) : err({ code: "trust_policy_invalid", problems: [first, ...others] });
  } catch (error) {
    return refuse("trust_policy_not_json", locate(error, text));
  }
}

function countCharacters(text: string): number {
  let counted = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 32) counted += 1;
  return counted;
}

/** iam:GetRole answers the document percent-encoded (RFC 3986). */
function decode(text: string): string {
  if (!/^%(7B|0A|20)/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Where the parser stumbled, if it says so: engines differ in their words. Never the text itself. */
function locate(error: unknown, text: string): Saying {
  const position = Number(/position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1] ?? Number.NaN);
  if (Number.isNaN(position)) return plain("document.not_json");
  const before = text.slice(0, position).split("\n");
  return say("document.not_json_at", { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
}

/** A value from elsewhere may hold anything: cycles, getters, what JSON cannot say. */
function readValue(document: unknown): Result<unknown, DocumentRefusal> {
  try {
    const [first, ...others] = scanObject(document);
    if (first !== undefined) return err({ code: "trust_policy_invalid", problems: [first, ...others] });
    const counted = countCharacters(JSON.stringify(document) ?? "");
    return counted > MAX_COUNTED ? tooLarge(counted) : ok(document);
  } catch {
    return refuse("trust_policy_not_json", plain("document.not_json_value"));
  }
}
