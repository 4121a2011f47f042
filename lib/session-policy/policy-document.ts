/** STS API Reference, AssumeRole, `Policy`: 1 to 2,048 characters, white space included. */
export const MAX_POLICY_CHARACTERS = 2048;
/** Of custom JSON as typed, with its white space. */
export const MAX_CUSTOM_CHARACTERS = 20_000;

type ConditionBlock = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** One Deny statement. It can only take away, wherever it stands. */
export type DenyStatement = {
  readonly Effect: "Deny";
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: "*";
  readonly Condition?: ConditionBlock;
};

/** A policy as somebody else wrote it: a Statement, and whatever else. */
export type PolicyDocument = { readonly Statement: unknown } & Readonly<Record<string, unknown>>;

/** Everything that the role may do. */
export const ALLOW_ALL = { Effect: "Allow", Action: "*", Resource: "*" } as const;

/** Reads JSON text that validation has passed before. Throws on anything else: it would be a policy nobody checked. */
export function readPolicy(text: string): PolicyDocument {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null || !("Statement" in value)) throw new Error("not a policy");
  return { ...value, Statement: value.Statement };
}

/** Adds statements to a policy. Its Version stays, since `${variables}` depend on it. */
export function addStatements(policy: PolicyDocument, added: readonly DenyStatement[]): PolicyDocument {
  const own: readonly unknown[] = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
  return { ...policy, Statement: [...own, ...added] };
}
