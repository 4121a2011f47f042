import type { MemberNode, ObjectNode, ValueNode } from "@humanwhocodes/momoa";
import { findNearest } from "#lib/nearest";
import { type Phrase, phrase } from "./phrase";
import type { PolicyProblem } from "./policy-problem";

type Placed = { readonly loc: { readonly start: { readonly line: number; readonly column: number } } };

/** What a check finds, one by one. */
export type Findings = Generator<PolicyProblem, void>;

/** A value of the document and where it stands in it. */
export type At<Node = ValueNode> = { readonly node: Node; readonly path: string };

export function finding(at: At<Placed>, message: Phrase, severity: PolicyProblem["severity"] = "error"): PolicyProblem {
  const { line, column } = at.node.loc.start;
  return { line, column, path: at.path, message, severity };
}

export const nameOf = (member: MemberNode): string =>
  member.name.type === "String" ? member.name.value : member.name.name;

export const under = (path: string, name: string): string => (path === "" ? name : `${path}.${name}`);

/** The members of an object by name; of a name that stands twice, the last. */
export function readMembers(object: At<ObjectNode>): ReadonlyMap<string, At> {
  return new Map(
    object.node.members.map((member) => [
      nameOf(member),
      { node: member.value, path: under(object.path, nameOf(member)) },
    ]),
  );
}

/** One value or a list of them, as everywhere in IAM's grammar. */
export function listValues({ node, path }: At): readonly At[] {
  if (node.type !== "Array") return [{ node, path }];
  return node.elements.map((element, index) => ({ node: element.value, path: `${path}[${index}]` }));
}

/** Names that are not known, or that stand twice. */
export function* checkNames(
  object: At<ObjectNode>,
  known: readonly string[],
  why: Readonly<Record<string, Phrase>>,
): Findings {
  const seen = new Set<string>();
  for (const member of object.node.members) {
    const name = nameOf(member);
    const at = { node: member.name, path: under(object.path, name) };
    if (seen.has(name)) yield finding(at, phrase("twice", { name }));
    seen.add(name);
    if (known.includes(name)) continue;
    const reason = Object.hasOwn(why, name) ? why[name] : undefined;
    yield finding(at, reason ?? phrase("notElement", { name: quote(name), ...nearest(name, known) }));
  }
}

/** What strangers wrote, short enough to be read back. */
export const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

export const quote = (text: string): string => JSON.stringify(cut(text));

/** What somebody most likely meant, for "did you mean"; `none` when nothing is that near. */
export const nearest = (text: string, known: readonly string[]): { readonly near: string } => {
  const found = findNearest(cut(text), known);
  return { near: found === null ? "none" : JSON.stringify(found) };
};
