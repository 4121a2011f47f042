import type { ObjectNode } from "@humanwhocodes/momoa";
import type { Partition } from "#lib/aws/partition";
import { didYouMean } from "#lib/nearest";
import { checkCondition } from "./policy-conditions";
import { type At, checkNames, cut, type Findings, finding, listValues, readMembers } from "./policy-findings";
import { checkActions, checkResources } from "./policy-names";

const DOCUMENT = ["Version", "Id", "Statement"] as const;
const STATEMENT = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"] as const;
const VERSIONS = ["2012-10-17", "2008-10-17"];
const EFFECTS = ["Allow", "Deny"];

const NO_PRINCIPAL = "A session policy names nobody: it is about this one session. Remove it.";
const REASONS = { Principal: NO_PRINCIPAL, NotPrincipal: NO_PRINCIPAL };

/** The grammar of a policy without principals: IAM User Guide, reference_policies_grammar. */
export function* checkDocument(at: At<ObjectNode>, partition: Partition | null): Findings {
  yield* checkNames(at, DOCUMENT, {});
  const members = readMembers(at);
  yield* checkVersion(at, members.get("Version"));
  const statements = members.get("Statement");
  if (statements === undefined) return yield finding(at, "A policy needs a Statement.");
  const list = listValues(statements);
  if (list.length === 0) yield finding(statements, "This list is empty: a policy needs a Statement.");
  for (const { node, path } of list) {
    if (node.type === "Object") yield* checkStatement({ node, path }, partition);
    else yield finding({ node, path }, "A statement is an object.");
  }
  yield* checkSids(list);
  if (list.length > 0 && list.every(isDeny)) {
    yield finding(statements, "Nothing is allowed here, so the session may do nothing.", "warning");
  }
}

function* checkVersion(document: At<ObjectNode>, version: At | undefined): Findings {
  if (version === undefined) {
    const message =
      'Without "Version": "2012-10-17" AWS takes the language of 2008, where ${variables} are plain text.';
    return yield finding(document, message, "warning");
  }
  const isKnown = version.node.type === "String" && VERSIONS.includes(version.node.value);
  if (!isKnown) yield finding(version, 'The Version of the language is "2012-10-17".');
}

function* checkStatement(at: At<ObjectNode>, partition: Partition | null): Findings {
  yield* checkNames(at, STATEMENT, REASONS);
  const members = readMembers(at);
  yield* checkEffect(at, members.get("Effect"));
  for (const [one, other] of [
    ["Action", "NotAction"],
    ["Resource", "NotResource"],
  ] as const) {
    const isGiven = [members.has(one), members.has(other)];
    if (!isGiven.includes(true)) yield finding(at, `A statement needs ${one} or ${other}.`);
    if (!isGiven.includes(false)) yield finding(at, `A statement has ${one} or ${other}, not both.`);
  }
  for (const [name, value] of members) {
    if (name === "Action" || name === "NotAction") yield* checkActions(value);
    if (name === "Resource" || name === "NotResource") yield* checkResources(value, partition);
    if (name === "Condition") yield* checkCondition(value);
  }
}

function* checkEffect(statement: At<ObjectNode>, effect: At | undefined): Findings {
  if (effect === undefined) return yield finding(statement, 'A statement needs an Effect, "Allow" or "Deny".');
  const value = effect.node.type === "String" ? effect.node.value : "";
  if (EFFECTS.includes(value)) return;
  yield finding(effect, `An Effect is "Allow" or "Deny"${didYouMean(cut(value), EFFECTS) || "."}`);
}

/** IAM: "Statement IDs (SID) must be alpha-numeric", and each unique. */
function* checkSids(statements: readonly At[]): Findings {
  const seen = new Set<string>();
  for (const { node, path } of statements) {
    const sid = node.type === "Object" ? readMembers({ node, path }).get("Sid") : undefined;
    if (sid === undefined) continue;
    const value = sid.node.type === "String" ? sid.node.value : null;
    if (value === null || !/^[A-Za-z0-9]*$/.test(value)) yield finding(sid, "A Sid is made of letters and digits.");
    else if (seen.has(value))
      yield finding(sid, `Another statement has the Sid ${JSON.stringify(cut(value))} already.`);
    else seen.add(value);
  }
}

function isDeny({ node, path }: At): boolean {
  const effect = node.type === "Object" ? readMembers({ node, path }).get("Effect")?.node : undefined;
  return effect?.type === "String" && effect.value === "Deny";
}
