import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";

const FOLDER = import.meta.dirname;

/** Attributes that people read or hear. */
const SPOKEN =
  /\b(?:title|lead|label|hint|alt|what|caption|placeholder|aria-label|expectedLabel)=(?:"([^"]*)"|\{"([^"]*)"\})/g;
/** Text between tags; what is code ends with a bracket, a semicolon or an arrow before the next tag. */
const TEXT = /(?<!=)>([^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*)[<{]/g;
/** A sentence in a string. */
const SENTENCE = /["`]([A-Z][A-Za-z']+[,;:]? [a-z$][^"`]*)["`]/g;
/** A name of AWS's is the same in every language; it has no blank in it. */
const isName = (text: string): boolean => /^[\w:./*-]+$/.test(text) && /[:/]/.test(text);

/** Words in a component's source that no language could replace. */
function listHardCoded(source: string): readonly string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, "").replace(/\b\w+<[\w.\s|"[\]<>,{}]+>\(/g, "(");
  const spoken = [...code.matchAll(SPOKEN)].map(([, plain, braced]) => plain ?? braced ?? "");
  const texts = [...code.matchAll(TEXT)].map(([, text = ""]) => text.trim());
  const sentences = [...code.matchAll(SENTENCE)].map(([, text = ""]) => text);
  return [...spoken, ...texts, ...sentences].filter((text) => /[A-Za-z]{2}/.test(text) && !isName(text));
}

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) =>
  /(?<!\.test)\.tsx?$/.test(name),
);

describe("what people read on the pages for administrators comes from the messages", () => {
  test.each(files)("%s holds no sentence of its own", (name) => {
    expect(listHardCoded(readFileSync(join(FOLDER, name), "utf8"))).toEqual([]);
  });
});

describe("the search for words that were left in the source", () => {
  it.each([
    ['<h2 className="text-lg">What failed</h2>', "What failed"],
    ["<p>\n  All of them as long as none is ticked.\n</p>", "All of them as long as none is ticked."],
    ["<p>Refused to {who}</p>", "Refused to"],
    ['<Notice tone="warn" title="This gives up a protection." />', "This gives up a protection."],
    ['<nav aria-label={"Administration"} />', "Administration"],
    ['const WORDS = { iam_unavailable: "IAM did not answer in time." };', "IAM did not answer in time."],
    ["return `Left out: ${names}`;", "Left out: ${names}"],
  ])("finds them in %j", (source, words) => {
    expect(listHardCoded(source)).toContain(words);
  });

  it.each([
    '<h2 className="text-lg">{t("title")}</h2>',
    '<Input placeholder="arn:aws:iam::111122223333:role/Gatehouse" />',
    "{/* biome-ignore lint: a region that scrolls */}<section tabIndex={0} />",
    "const isFirst = (a: number) => a > 1 && a < 3;",
  ])("passes %j", (source) => {
    expect(listHardCoded(source)).toEqual([]);
  });
});
