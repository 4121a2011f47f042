import type { MemberNode, ObjectNode, ValueNode } from "@humanwhocodes/momoa";
import { didYouMean } from "#lib/nearest";
import type { PolicyProblem } from "./policy-problem";

type Placed = { readonly loc: { readonly start: { readonly line: number; readonly column: number } } };

/** What a check finds, one by one. */
export type Findings = Generator<PolicyProblem, void>;

/** A value of the document and where it stands in it. */
export type At<Node = ValueNode> = { readonly node: Node; readonly path: string };

export function finding(at: At<Placed>, message: string, severity: PolicyProblem["severity"] = "error"): PolicyProblem {
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
  why: Readonly<Record<string, string>>,
): Findings {
  const seen = new Set<string>();
  for (const member of object.node.members) {
    const name = nameOf(member);
    const at = { node: member.name, path: under(object.path, name) };
    if (seen.has(name)) yield finding(at, `${name} stands here twice.`);
    seen.add(name);
    if (known.includes(name)) continue;
    const reason = Object.hasOwn(why, name) ? why[name] : undefined;
    yield finding(at, reason ?? `${JSON.stringify(cut(name))} is not an element of a policy${ending(name, known)}`);
  }
}

const ending = (name: string, known: readonly string[]): string => didYouMean(cut(name), known) || ".";

/** What strangers wrote, short enough to be read back. */
export const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
