import { readdirSync, readFileSync } from "node:fs";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { SOURCE_LANGUAGE } from "./languages";

type Tree = { readonly [key: string]: string | Tree };

/** All keys of a tree with their texts: `roles.title`. */
function flatten(tree: Tree, prefix = ""): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${prefix}${key}`, value] as const] : flatten(value, `${prefix}${key}.`),
  );
}

/** The names of arguments and tags of a message. */
function listNames(nodes: readonly MessageFormatElement[]): readonly string[] {
  return nodes.flatMap((node) => {
    const own = node.type === TYPE.literal || node.type === TYPE.pound ? [] : [node.value];
    const options = "options" in node ? Object.values(node.options).flatMap(({ value }) => listNames(value)) : [];
    return [...own, ...options, ...("children" in node ? listNames(node.children) : [])];
  });
}

const namesOf = (text: string): string => [...new Set(listNames(parse(text)))].sort().join(", ");

function complain(language: string, key: string, text: string, source: string | undefined): readonly string[] {
  if (source === undefined) return [`${language}: ${key} is not among the keys of ${SOURCE_LANGUAGE}`];
  if (text.trim() === "" && source.trim() !== "") return [`${language}: ${key} is empty`];
  try {
    const [own, wanted] = [namesOf(text), namesOf(source)];
    return own === wanted ? [] : [`${language}: ${key} uses {${own}}, and ${SOURCE_LANGUAGE} uses {${wanted}}`];
  } catch (error) {
    return [`${language}: ${key}: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What is wrong with a language beside the source: keys that lack or are too many, ICU syntax, arguments that differ. */
export function compareMessages(language: string, messages: Tree, source: Tree): readonly string[] {
  const sources = new Map(flatten(source));
  const own = new Map(flatten(messages));
  const missing = [...sources.keys()].filter((key) => !own.has(key)).map((key) => `${language}: ${key} is missing`);
  return [...missing, ...[...own].flatMap(([key, text]) => complain(language, key, text, sources.get(key)))];
}

/**
 * The languages in the folder, for the build. A key that one of them lacks fails the build, with all that is wrong listed.
 * Source: ICU MessageFormat.
 */
export function checkMessages(folder: string): readonly string[] {
  const read = (language: string): Tree => JSON.parse(readFileSync(`${folder}/${language}.json`, "utf8"));
  const languages = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length))
    .sort();
  const source = read(SOURCE_LANGUAGE);
  const problems = languages.flatMap((language) => compareMessages(language, read(language), source));
  if (problems.length > 0) throw new Error(`The portal's words are not complete:\n  ${problems.join("\n  ")}`);
  return languages;
}
