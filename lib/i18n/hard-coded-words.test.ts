import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What people read in these comes from the messages. */
const FOLDERS = [
  "app",
  ...["activity", "credentials", "errors", "iam-user", "scope", "session-options", "shell", "sign-in", "ui"].map(
    (name) => `components/${name}`,
  ),
];

/** What stands in the source although it looks like words, each for its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  "bash, zsh": "names of shells",
  PowerShell: "the name of a shell",
  "Not found": "the body of an answer in XML's place, for the software that asked for metadata",
};

const COMMENTS = /\/\*[\s\S]*?\*\/|(?<![:"'`\w])\/\/.*$/gm;

/** Text between tags, words in the attributes that people read or hear, and sentences in strings. */
const PATTERNS = [
  /[^=\s]>\s*([A-Z][^<>{}=;|&()]*[a-z]|[a-z]+ [a-z][^<>{}=;|&()]*)\s*[<{]/g,
  /\}\s*([A-Za-z][a-z]* ?[^<>{}=;|&():?]*)\s*<\//g,
  /\b(?:aria-label|title|label|hint|placeholder|what|alt|description|text|message|word)(?:=|: )"((?=[^"]*[a-z])(?:[A-Z]|[^"]* )[^"]*)"/g,
  /["`]([A-Z][a-z']+,? [a-z$][^"`]*)["`]/g,
];

function findWords(source: string): readonly string[] {
  const code = source.replace(COMMENTS, "");
  const found = PATTERNS.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1]?.trim() ?? ""));
  return found.filter((words) => !Object.hasOwn(ALLOWED, words));
}

const listFiles = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`);

test.each(FOLDERS)("no file of %s says anything in one language only", (folder) => {
  const files = listFiles(folder);
  expect(files.length).toBeGreaterThan(3);
  const found = files.flatMap((file) => findWords(readFileSync(file, "utf8")).map((words) => `${file}: ${words}`));
  expect(found).toEqual([]);
});

test.each([
  ["text of an element", '<h1 className="text-lg">Sign in</h1>', "Sign in"],
  ["one word", "<button>\n  Copy\n</button>", "Copy"],
  ["text in small letters", "<span>in your zone</span>", "in your zone"],
  ["text after a value", "<p>{count} problems found</p>", "problems found"],
  ["a name that is only heard", '<nav aria-label="Portal">', "Portal"],
  ["a hint in a table", 'const A = { hint: "Add kms for keys." };', "Add kms for keys."],
  ["a sentence in a string", 'return "The role ends.";', "The role ends."],
  ["a sentence around a value", "return `Only from ${address}`;", "Only from ${address}"],
])("%s is found", (_name, source, words) => {
  expect(findWords(source)).toContain(words);
});

test.each([
  ["a comment", '/** Signs in as "a person" does. */\n// The role ends.'],
  ["what is looked up", '<h1>{t("title")}</h1>'],
  ["classes and types", '<p className="flex min-w-0">{a}</p>; const x: Map<string, Foo> = new Map<string, Foo>();'],
])("%s is not", (_name, source) => {
  expect(findWords(source)).toEqual([]);
});
