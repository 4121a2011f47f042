import { holdsCondition, parseOperator } from "./condition";
import { writeLiteral } from "./literal";
import type { Condition, Statement, TrustPolicy } from "./policy";
import { listOwnNames } from "./principal";
import { resolveContext, spellKey, type TrustRequest } from "./request";
import { nameStatement } from "./sentences";

type Context = ReadonlyMap<string, readonly string[]>;

/** `statement` is null: it goes altogether. */
export type StatementPatch = {
  readonly statement: Statement | null;
  readonly summary: readonly string[];
  readonly weaker: boolean;
};

/** Keys that single out a person or session, the narrowest first. */
const IDENTIFYING = [/:sub$/, /^aws:principalarn$/, /^sts:sourceidentity$/, /^sts:rolesessionname$/, /:aud$/];

/** A Deny that applies to the request, changed so that it spares this request and as few others as can be said. */
export function spareRequest(
  policy: TrustPolicy,
  index: number,
  statement: Statement,
  request: TrustRequest,
): StatementPatch {
  const context = resolveContext(request);
  return (
    extendExceptions(policy, index, statement, context) ??
    extendNotPrincipal(index, statement, request) ??
    exempt(policy, index, statement, request) ?? {
      statement: null,
      summary: [`${nameStatement({ index, sid: statement.sid })} denies this request: remove the whole statement.`],
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
        `${nameStatement({ index, sid: statement.sid })} denies everything but some values of \`${condition.key}\`: add \`${value}\` to them.`,
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
  const names = caller.kind === "AWS" ? [buildRootArn(own, caller.accountId), own] : [own];
  const listed = statement.principals[caller.kind] ?? [];
  const added = names.filter((name) => !listed.includes(name));
  return {
    statement: { ...statement, principals: { ...statement.principals, [caller.kind]: [...listed, ...added] } },
    summary: [
      `${nameStatement({ index, sid: statement.sid })} denies everyone but its NotPrincipal: add ${added.map((name) => `\`${name}\``).join(" and ")} to it.`,
    ],
    weaker: true,
  };
}

const buildRootArn = (arn: string, accountId: string): string =>
  `arn:${arn.split(":")[1] ?? "aws"}:iam::${accountId}:root`;

/** One more condition, which fails for this request's own subject: everyone else stays denied. */
function exempt(
  policy: TrustPolicy,
  index: number,
  statement: Statement,
  request: TrustRequest,
): StatementPatch | null {
  const context = resolveContext(request);
  for (const lowered of IDENTIFYING.flatMap((pattern) => [...context.keys()].filter((one) => pattern.test(one)))) {
    const key = spellKey(lowered, request);
    const [seen, ...others] = context.get(lowered) ?? [];
    if (seen === undefined || others.length > 0) continue;
    const conditions = addExemption(statement, key, seen, policy);
    if (conditions === null) continue;
    return {
      statement: { ...statement, conditions },
      summary: [
        `${nameStatement({ index, sid: statement.sid })} denies this request: exempt \`${key}\` \`${seen}\` from it (\`StringNotEquals\`). It stays for everyone else.`,
      ],
      weaker: true,
    };
  }
  return null;
}

function addExemption(statement: Statement, key: string, seen: string, policy: TrustPolicy): Condition[] | null {
  const operator = "StringNotEquals";
  const value = writeLiteral(seen, operator, policy.version);
  if (value === null) return null;
  const isThere = statement.conditions.some((one) => one.operator === operator && one.key === key);
  return isThere ? null : [...statement.conditions, { operator, key, values: [value] }];
}
