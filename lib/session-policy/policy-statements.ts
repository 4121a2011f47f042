import type { ObjectNode } from "@humanwhocodes/momoa";
import type { Partition } from "#lib/aws/partition";
import { phrase } from "./phrase";
import { checkCondition } from "./policy-conditions";
import {
  type At,
  checkNames,
  type Findings,
  finding,
  listValues,
  nearest,
  quote,
  readMembers,
} from "./policy-findings";
import { checkActions, checkResources } from "./policy-names";

const DOCUMENT = ["Version", "Id", "Statement"] as const;
const STATEMENT = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"] as const;
const VERSIONS = ["2012-10-17", "2008-10-17"];
const EFFECTS = ["Allow", "Deny"];

const NO_PRINCIPAL = phrase("noPrincipal");
const REASONS = { Principal: NO_PRINCIPAL, NotPrincipal: NO_PRINCIPAL };

/** The grammar of a policy without principals: IAM User Guide, reference_policies_grammar. */
export function* checkDocument(at: At<ObjectNode>, partition: Partition | null): Findings {
  yield* checkNames(at, DOCUMENT, {});
  const members = readMembers(at);
  yield* checkVersion(at, members.get("Version"));
  const statements = members.get("Statement");
  if (statements === undefined) return yield finding(at, phrase("needsStatement"));
  const list = listValues(statements);
  if (list.length === 0) yield finding(statements, phrase("noStatements"));
  for (const { node, path } of list) {
    if (node.type === "Object") yield* checkStatement({ node, path }, partition);
    else yield finding({ node, path }, phrase("statementObject"));
  }
  yield* checkSids(list);
  if (list.length > 0 && list.every(isDeny)) {
    yield finding(statements, phrase("allowsNothing"), "warning");
  }
}

function* checkVersion(document: At<ObjectNode>, version: At | undefined): Findings {
  if (version === undefined) {
    return yield finding(document, phrase("noVersion"), "warning");
  }
  const isKnown = version.node.type === "String" && VERSIONS.includes(version.node.value);
  if (!isKnown) yield finding(version, phrase("version"));
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
    if (!isGiven.includes(true)) yield finding(at, phrase("needs", { one, other }));
    if (!isGiven.includes(false)) yield finding(at, phrase("notBoth", { one, other }));
  }
  for (const [name, value] of members) {
    if (name === "Action" || name === "NotAction") yield* checkActions(value);
    if (name === "Resource" || name === "NotResource") yield* checkResources(value, partition);
    if (name === "Condition") yield* checkCondition(value);
  }
}

function* checkEffect(statement: At<ObjectNode>, effect: At | undefined): Findings {
  if (effect === undefined) return yield finding(statement, phrase("needsEffect"));
  const value = effect.node.type === "String" ? effect.node.value : "";
  if (EFFECTS.includes(value)) return;
  yield finding(effect, phrase("effect", nearest(value, EFFECTS)));
}

/** IAM: "Statement IDs (SID) must be alpha-numeric", and each unique. */
function* checkSids(statements: readonly At[]): Findings {
  const seen = new Set<string>();
  for (const { node, path } of statements) {
    const sid = node.type === "Object" ? readMembers({ node, path }).get("Sid") : undefined;
    if (sid === undefined) continue;
    const value = sid.node.type === "String" ? sid.node.value : null;
    if (value === null || !/^[A-Za-z0-9]*$/.test(value)) yield finding(sid, phrase("sid"));
    else if (seen.has(value)) yield finding(sid, phrase("sidTwice", { sid: quote(value) }));
    else seen.add(value);
  }
}

function isDeny({ node, path }: At): boolean {
  const effect = node.type === "Object" ? readMembers({ node, path }).get("Effect")?.node : undefined;
  return effect?.type === "String" && effect.value === "Deny";
}
