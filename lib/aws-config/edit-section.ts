import type { Line } from "./read-lines";
import { splitComment } from "./read-lines";
import type { Section } from "./read-sections";

const newLine = (kind: "key" | "nested" | "comment", text: string, eol: string): Line => ({
  kind,
  text,
  eol,
  name: (text.split(/[=:]/)[0] ?? "").trim().toLowerCase(),
  value: text.slice(text.indexOf("=") + 1).trim(),
});

/** Everything up to the value stays, and so does a comment behind it. */
function withValue(line: Line, value: string): Line {
  const [head = ""] = /^[^=:]*[=:]/.exec(line.text) ?? [];
  const [old, comment] = splitComment(line.text.slice(head.length));
  const gap = value === "" ? "" : old.trim() === "" ? " " : (/^\s+/.exec(old)?.[0] ?? "");
  return { ...line, text: `${head}${gap}${value}${comment}`, value };
}

/** As far in as the line at `at`: one that stood less far in would make what follows a part of its value. */
const indentAt = (lines: readonly Line[], at: number) => /^[ \t]*/.exec(lines[at]?.text ?? "")?.[0] ?? "";

/** Below the line at `at`; a last line without its end gets one. */
function insertBelow(lines: readonly Line[], at: number, line: Line): readonly Line[] {
  const above = lines
    .slice(0, at + 1)
    .map((one, index) => (index === at && one.eol === "" ? { ...one, eol: line.eol } : one));
  return [...above, line, ...lines.slice(at + 1)];
}

const lastSettingOf = (lines: readonly Line[]) =>
  Math.max(
    0,
    lines.findLastIndex(({ kind }) => kind === "key" || kind === "nested" || kind === "other"),
  );

/** The section with this key saying this: in its place where it is there, else below the last. */
export function setKey(section: Section, name: string, value: string, eol: string): Section {
  const isThere = section.lines.some((line) => line.kind === "key" && line.name === name);
  if (!isThere) {
    const above = section.lines.findLastIndex(({ kind }) => kind === "key" || kind === "header");
    const text = `${indentAt(section.lines, above)}${name} = ${value}`.trimEnd();
    const line = newLine("key", text, eol);
    return { ...section, lines: insertBelow(section.lines, lastSettingOf(section.lines), line) };
  }
  const isDifferent = (line: Line) => line.kind === "key" && line.name === name && line.value !== value;
  if (!section.lines.some(isDifferent)) return section;
  return { ...section, lines: section.lines.map((line) => (isDifferent(line) ? withValue(line, value) : line)) };
}

/** The same for a key under a key. */
export function setNestedKey(section: Section, key: string, name: string, value: string, eol: string): Section {
  const holder = setKey(section, key, "", eol);
  const at = holder.lines.findLastIndex((line) => line.kind === "key" && line.name === key);
  const next = holder.lines.findIndex(({ kind }, index) => index > at && (kind === "key" || kind === "header"));
  const isOwn = (line: Line, index: number) =>
    line.kind === "nested" && line.name === name && index > at && (next < 0 || index < next);
  const found = holder.lines.find(isOwn);
  if (found?.value === value) return holder;
  const lines =
    found === undefined
      ? insertBelow(holder.lines, at, newLine("nested", `${indentAt(holder.lines, at)}  ${name} = ${value}`, eol))
      : holder.lines.map((line, index) => (isOwn(line, index) ? withValue(line, value) : line));
  return { ...holder, lines };
}

/** With a comment below its header, unless it is there. */
export function addNote(section: Section, text: string, eol: string): Section {
  if (section.lines.some((line) => line.kind === "comment" && line.text === text)) return section;
  return { ...section, lines: insertBelow(section.lines, 0, newLine("comment", text, eol)) };
}

export function dropNote(section: Section, text: string): Section {
  const lines = section.lines.filter((line) => line.kind !== "comment" || line.text !== text);
  return lines.length === section.lines.length ? section : { ...section, lines };
}
