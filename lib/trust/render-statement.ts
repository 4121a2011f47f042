import type { PolicyDocument } from "./explanation";
import type { Condition, Statement } from "./policy";

const isObject = (value: unknown): value is PolicyDocument =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const field = (value: unknown, key: string): unknown =>
  isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The statement as JSON, in the order and spelling of what it was made from: what did not change looks as before. */
export function renderStatement(statement: Statement, before: unknown): PolicyDocument {
  const [who, what] = [
    statement.exceptPrincipals ? "NotPrincipal" : "Principal",
    statement.exceptActions ? "NotAction" : "Action",
  ];
  const kinds = Object.entries(statement.principals).map(([kind, names]) => [
    kind,
    renderList(names, field(field(before, who), kind)),
  ]);
  const values: Record<string, unknown> = {
    ...(statement.sid === null ? {} : { Sid: statement.sid }),
    Effect: statement.effect,
    [who]: Object.fromEntries(kinds),
    [what]: renderList(statement.actions, field(before, what)),
    ...(statement.conditions.length === 0
      ? {}
      : { Condition: renderConditions(statement.conditions, field(before, "Condition")) }),
  };
  const order = isObject(before) ? Object.keys(before) : [];
  const keys = [
    ...order.filter((key) => Object.hasOwn(values, key)),
    ...Object.keys(values).filter((key) => !order.includes(key)),
  ];
  return Object.fromEntries(keys.map((key) => [key, values[key]]));
}

/** A single value stands alone, unless it stood in a list; numbers and booleans stay what they were. */
function renderList(values: readonly string[], before: unknown): unknown {
  const known = Array.isArray(before) ? before : [before];
  const rendered = values.map((value) => known.find((one) => one !== undefined && String(one) === value) ?? value);
  return rendered.length === 1 && !Array.isArray(before) ? rendered[0] : rendered;
}

function renderConditions(conditions: readonly Condition[], before: unknown): PolicyDocument {
  const operators = [...new Set(conditions.map((one) => one.operator))];
  return Object.fromEntries(
    operators.map((operator) => [
      operator,
      Object.fromEntries(
        conditions
          .filter((one) => one.operator === operator)
          .map((one) => [one.key, renderList(one.values, field(field(before, operator), one.key))]),
      ),
    ]),
  );
}

/** The whole document with some statements in place of others; `null` takes one out. Those not named stay as they were. */
export function renderDocument(
  document: PolicyDocument,
  changed: ReadonlyMap<number, Statement | null>,
  added: readonly Statement[],
  version: string | null,
): PolicyDocument {
  const statements = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  const kept = statements.flatMap((before: unknown, index): unknown[] => {
    const statement = changed.get(index);
    if (statement === null) return [];
    return [statement === undefined ? before : renderStatement(statement, before)];
  });
  const all = [...kept, ...added.map((statement) => renderStatement(statement, undefined))];
  const isSingle = !Array.isArray(document.Statement) && all.length === 1;
  return {
    ...(version === null ? {} : { Version: version }),
    ...document,
    ...(version === null ? {} : { Version: version }),
    Statement: isSingle ? all[0] : all,
  };
}
