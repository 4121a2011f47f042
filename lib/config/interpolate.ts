import { dirname, resolve } from "node:path";
import type { ConfigPath, Finding } from "./problem";

export type ReadTextFile = (path: string) => Promise<string>;
export type Environment = Readonly<Record<string, string | undefined>>;

export type Interpolation = {
  readonly value: unknown;
  readonly findings: readonly Finding[];
  /** What came from outside, by how it is written in the file. For keeping it out of messages. */
  readonly secrets: readonly { readonly source: string; readonly value: string }[];
};

type Sources = { readonly configPath: string; readonly env: Environment; readonly readFile: ReadTextFile };
type Found = string | { readonly problem: string };

// `$${`, or `${` up to its brace; the brace is missing where somebody forgot it.
const REFERENCE = /\$\$\{|\$\{[^}]*\}?/g;
const ESCAPE = "$${";
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Rebuilds a plain value with each of its texts mapped. Keys and structure stay. */
function mapTexts(value: unknown, path: ConfigPath, map: (text: string, path: ConfigPath) => string): unknown {
  if (typeof value === "string") return value.includes("${") ? map(value, path) : value;
  if (Array.isArray(value)) return value.map((item, index) => mapTexts(item, [...path, index], map));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, [...path, key], map)]));
}

function collectReferences(value: unknown): ReadonlySet<string> {
  const references = new Set<string>();
  mapTexts(value, [], (text) => {
    for (const [reference] of text.matchAll(REFERENCE)) if (reference !== ESCAPE) references.add(reference);
    return text;
  });
  return references;
}

async function readReferenced(path: string, { configPath, readFile }: Sources): Promise<Found> {
  try {
    // Editors and secret stores end a file with a line break that is no part of the secret.
    const text = (await readFile(resolve(dirname(configPath), path))).replace(/[\r\n]+$/, "");
    return text === "" ? { problem: `refers to the file ${path}, which is empty` } : text;
  } catch {
    return {
      problem: `refers to the file ${path}, which cannot be read; the path counts from this configuration file`,
    };
  }
}

async function findReferenced(reference: string, sources: Sources): Promise<Found> {
  const inner = reference.endsWith("}") ? reference.slice(2, -1) : "";
  if (inner.startsWith("file:")) return readReferenced(inner.slice("file:".length), sources);
  if (!VARIABLE.test(inner)) {
    return {
      problem: "needs ${NAME} for an environment variable or ${file:PATH} for a file; write $${ for a literal ${",
    };
  }
  const value = sources.env[inner];
  if (value !== undefined && value !== "") return value;
  return { problem: `refers to the environment variable ${inner}, which is not set; set it, or remove this key` };
}

/**
 * Brings `${VAR}` and `${file:PATH}` (relative to the configuration) into the texts of a parsed document: never into keys
 * or structure, so that no secret can add a key, and what is brought in is not looked at for further references. `$${`
 * stands for `${`. A reference that leads nowhere is a finding at its path, and its text stays as it was.
 */
export async function interpolate(value: unknown, sources: Sources): Promise<Interpolation> {
  const found = new Map<string, Found>();
  for (const reference of collectReferences(value)) found.set(reference, await findReferenced(reference, sources));
  const findings: Finding[] = [];
  const interpolated = mapTexts(value, [], (text, path) =>
    text.replace(REFERENCE, (reference) => {
      if (reference === ESCAPE) return "${";
      const replacement = found.get(reference) ?? reference;
      if (typeof replacement === "string") return replacement;
      findings.push({ path, message: replacement.problem });
      return reference;
    }),
  );
  const secrets = [...found].flatMap(([source, secret]) =>
    typeof secret === "string" ? [{ source, value: secret }] : [],
  );
  return { value: interpolated, findings, secrets };
}

/** Takes what came from outside back out of a message, should a check have quoted it. */
export function redact(message: string, secrets: Interpolation["secrets"]): string {
  return secrets.reduce((text, { source, value }) => {
    const unquoted = text.replaceAll(JSON.stringify(value), () => source);
    // A short value is also part of plain words ("in", "8h"): outside of quotes only what could be a secret is taken out.
    return value.length < 8 ? unquoted : unquoted.replaceAll(value, () => source);
  }, message);
}
