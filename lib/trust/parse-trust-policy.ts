import { z } from "zod";
import { err, ok, type Result } from "#lib/result";
import { parseOperator } from "./condition";
import { PRINCIPAL_KINDS, type Principals, type Statement, type TrustPolicy } from "./policy";

/** `path` points into the document: `Statement[0].Condition.StringEqual`. */
export type TrustPolicyError = {
  readonly code: "trust_policy_not_json" | "trust_policy_invalid";
  readonly path: string;
  readonly message: string;
};

const MESSAGES = {
  anyone: 'names everyone: a role is trusted by named principals, or by {"AWS": "*"} with conditions',
  arnWildcard: "holds a wildcard: a principal is named in full",
  federated: "is not an identity provider's ARN or host name",
  stsOnly: "is not an action of sts: a trust policy speaks of nothing else",
  operator: "is not a condition operator",
} as const;

/** One value or a list of them, as everywhere in IAM's grammar; read entry by entry, so that an error's path names it. */
function list<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1, "is empty"));
}

const awsPrincipal = z
  .string()
  .min(1)
  .refine((name) => name === "*" || !/[*?]/.test(name), MESSAGES.arnWildcard);
const namedPrincipal = z
  .string()
  .min(1)
  .refine((name) => !/[*?]/.test(name), MESSAGES.arnWildcard);
const federatedPrincipal = namedPrincipal.refine(
  (name) => /^arn:[a-z-]+:iam::\d{12}:(saml|oidc)-provider\/.+$/.test(name) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name),
  MESSAGES.federated,
);

const principals = z
  .strictObject(
    {
      AWS: list(awsPrincipal).optional(),
      Federated: list(federatedPrincipal).optional(),
      Service: list(namedPrincipal).optional(),
    },
    { error: (issue) => (issue.input === "*" ? MESSAGES.anyone : undefined) },
  )
  .refine((names) => Object.keys(names).length > 0, "names nobody");

const action = z.string().refine((name) => /^sts:/i.test(name), MESSAGES.stsOnly);
const conditionValue = z
  .union([z.string(), z.number(), z.boolean()], "is not a text, number or boolean")
  .transform(String);
const conditions = z.record(z.string(), z.record(z.string().min(1), list(conditionValue))).check((context) => {
  for (const operator of Object.keys(context.value)) {
    if (parseOperator(operator) !== null) continue;
    context.issues.push({ code: "custom", message: MESSAGES.operator, input: operator, path: [operator] });
  }
});

const statement = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(["Allow", "Deny"]),
    Principal: principals.optional(),
    NotPrincipal: principals.optional(),
    Action: list(action).optional(),
    NotAction: list(action).optional(),
    Condition: conditions.optional(),
  })
  .refine(
    (s) => (s.Principal === undefined) !== (s.NotPrincipal === undefined),
    "needs one of Principal and NotPrincipal",
  )
  .refine((s) => (s.Action === undefined) !== (s.NotAction === undefined), "needs one of Action and NotAction");

const policy = z.strictObject({
  Version: z.enum(["2012-10-17", "2008-10-17"]).default("2008-10-17"),
  Id: z.string().optional(),
  Statement: list(statement),
});

function toStatement(parsed: z.output<typeof statement>): Statement {
  return {
    sid: parsed.Sid ?? null,
    effect: parsed.Effect,
    principals: toPrincipals(parsed.Principal ?? parsed.NotPrincipal ?? {}),
    exceptPrincipals: parsed.NotPrincipal !== undefined,
    actions: parsed.Action ?? parsed.NotAction ?? [],
    exceptActions: parsed.NotAction !== undefined,
    conditions: Object.entries(parsed.Condition ?? {}).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
    ),
  };
}

/** Only the kinds that are named: absent is not the same as an empty list in what a person is shown. */
function toPrincipals(names: z.output<typeof principals>): Principals {
  return Object.fromEntries(PRINCIPAL_KINDS.flatMap((kind) => (names[kind] ? [[kind, names[kind]]] : [])));
}

function parseJson(document: unknown): Result<unknown, TrustPolicyError> {
  if (typeof document !== "string") return ok(document);
  try {
    const parsed: unknown = JSON.parse(document);
    return ok(parsed);
  } catch {
    return err({ code: "trust_policy_not_json", path: "", message: "is not JSON" });
  }
}

/** `Statement[0].Condition.StringEquals` */
const formatPath = (path: readonly PropertyKey[]): string =>
  path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index > 0 ? "." : ""}${String(part)}`))
    .join("");

/**
 * Reads a trust policy, as JSON text or already parsed. Refuses what IAM refuses as MalformedPolicyDocument: unknown
 * elements (Resource has no place here), unknown operators, actions outside sts, wildcards inside principals, a bare
 * `*` and `Federated: "*"`. Reports the first error. IAM User Guide, reference_policies_grammar.
 */
export function parseTrustPolicy(document: unknown): Result<TrustPolicy, TrustPolicyError> {
  const json = parseJson(document);
  if (!json.ok) return json;
  const parsed = policy.safeParse(json.value);
  if (parsed.success) return ok({ version: parsed.data.Version, statements: parsed.data.Statement.map(toStatement) });
  const issue = parsed.error.issues[0];
  return err({
    code: "trust_policy_invalid",
    path: formatPath(issue?.path ?? []),
    message: issue?.message ?? "is not a trust policy",
  });
}

/** The document as an object, as it is written. For documents that `parseTrustPolicy` took: anything else is empty. */
export function readDocument(document: unknown): Readonly<Record<string, unknown>> {
  const json = parseJson(document);
  const object = json.ok ? z.record(z.string(), z.unknown()).safeParse(json.value) : null;
  return object?.success ? object.data : {};
}
