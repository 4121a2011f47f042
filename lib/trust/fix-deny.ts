import { holdsCondition, parseOperator } from "./condition";
import { adviseCaller } from "./condition-patch";
import { writeLiteral } from "./literal";
import type { Condition, Statement, TrustPolicy } from "./policy";
import { listOwnNames } from "./principal";
import { resolveContext, spellKey, type TrustRequest } from "./request";
import { names, type Saying, say } from "./saying";
import { nameStatement } from "./sentences";

type Context = ReadonlyMap<string, readonly string[]>;

/** `statement` is null: it goes altogether. */
export type StatementPatch = {
  readonly statement: Statement | null;
  readonly summary: readonly Saying[];
  readonly weaker: boolean;
};

/** Keys that single out a person or session, the narrowest first. */
const IDENTIFYING = [/:sub$/, /^aws:principalarn$/, /^sts:sourceidentity$/, /^sts:rolesessionname$/];
/** What whole groups of requests share: better than taking the statement out. */
const GROUPING = [/:aud$/];

/** A Deny that applies to the request, changed so that it spares this request and as few others as can be said. */
export function spareRequest(
  policy: TrustPolicy,
  index: number,
  statement: Statement,
  request: TrustRequest,
): StatementPatch {
  const context = resolveContext(request);
  return (
    exempt(policy, index, statement, request, IDENTIFYING) ??
    extendNotPrincipal(index, statement, request) ??
    extendExceptions(policy, index, statement, context) ??
    exempt(policy, index, statement, request, GROUPING) ?? {
      statement: null,
      summary: [say("fix.remove_statement", { statement: nameStatement({ index, sid: statement.sid }) })],
      weaker: true,
    }
  );
}

/** `Deny … StringNotEquals`: "unless it is one of these". The list is there to be extended. */
function extendExceptions(
  policy: TrustPolicy,
  index: number,
  statement: Statement,
  context: Context,
): StatementPatch | null {
  for (const condition of statement.conditions) {
    const [seen, ...others] = context.get(condition.key.toLowerCase()) ?? [];
    const parsed = parseOperator(condition.operator);
    const isExclusion = /^(StringNot|ArnNot|NotIpAddress)/.test(parsed?.base ?? "");
    if (!isExclusion || parsed?.quantifier || seen === undefined || others.length > 0) continue;
    const value = writeLiteral(seen, condition.operator, policy.version);
    if (value === null) continue;
    const changed = { ...condition, values: [...condition.values, value] };
    if (holdsCondition(changed, context, policy.version === "2012-10-17")) continue;
    return {
      statement: { ...statement, conditions: statement.conditions.map((one) => (one === condition ? changed : one)) },
      summary: [
        say("fix.extend_exceptions", {
          statement: nameStatement({ index, sid: statement.sid }),
          key: condition.key,
          value,
        }),
      ],
      weaker: true,
    };
  }
  return null;
}

function extendNotPrincipal(index: number, statement: Statement, request: TrustRequest): StatementPatch | null {
  if (!statement.exceptPrincipals) return null;
  const { caller } = request;
  const own = listOwnNames(caller)[0];
  if (own === undefined) return null;
  const callers = caller.kind === "AWS" ? [buildRootArn(own, caller.accountId), own] : [own];
  const listed = statement.principals[caller.kind] ?? [];
  const added = callers.filter((name) => !listed.includes(name));
  return {
    statement: { ...statement, principals: { ...statement.principals, [caller.kind]: [...listed, ...added] } },
    summary: [
      say("fix.extend_not_principal", {
        statement: nameStatement({ index, sid: statement.sid }),
        names: names(added, "and"),
      }),
    ],
    weaker: true,
  };
}

const buildRootArn = (arn: string, accountId: string): string =>
  `arn:${arn.split(":")[1] ?? "aws"}:iam::${accountId}:root`;

/** A condition that fails for this request's own subject alone: everyone else stays denied. */
function exempt(
  policy: TrustPolicy,
  index: number,
  statement: Statement,
  request: TrustRequest,
  patterns: readonly RegExp[],
): StatementPatch | null {
  const context = resolveContext(request);
  for (const lowered of patterns.flatMap((pattern) => [...context.keys()].filter((one) => pattern.test(one)))) {
    const [seen, ...others] = context.get(lowered) ?? [];
    if (seen === undefined || others.length > 0) continue;
    const key = spellKey(lowered, request);
    const value = writeLiteral(seen, "StringNotEquals", policy.version);
    if (value === null) continue;
    return {
      statement: { ...statement, conditions: addExemption(statement.conditions, key, value) },
      summary: [
        say("fix.exempt", { statement: nameStatement({ index, sid: statement.sid }), key, value: seen }),
        ...adviseMfa(statement),
      ],
      weaker: true,
    };
  }
  return null;
}

const adviseMfa = (statement: Statement): readonly Saying[] =>
  statement.conditions
    .filter((one) => /^aws:MultiFactorAuth/i.test(one.key))
    .map(adviseCaller)
    .slice(0, 1);

function addExemption(conditions: readonly Condition[], key: string, value: string): readonly Condition[] {
  const operator = "StringNotEquals";
  const isSame = (one: Condition) => one.operator === operator && one.key.toLowerCase() === key.toLowerCase();
  return conditions.some(isSame)
    ? conditions.map((one) => (isSame(one) ? { ...one, values: [...one.values, value] } : one))
    : [...conditions, { operator, key, values: [value] }];
}
