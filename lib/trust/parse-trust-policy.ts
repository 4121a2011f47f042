import { z } from "zod";
import { err, ok, type Result } from "#lib/result";
import { parseOperator } from "./condition";
import { describeIssue, describeOperator } from "./parse-messages";
import { PRINCIPAL_KINDS, type Principals, type Statement, type TrustPolicy } from "./policy";
import { type DocumentRefusal, readJsonDocument } from "./read-document";
import { type DocumentProblem, formatPath } from "./scan-document";

/** `path` points into the document: `Statement[0].Condition.StringEqual`; `path` and `message` are the first problem's. */
export type TrustPolicyError = DocumentProblem & {
  readonly code: DocumentRefusal["code"];
  /** All that is wrong, in the document's order. */
  readonly problems: readonly DocumentProblem[];
};

const MAX_SUGGESTIONS = 5;

const MESSAGES = {
  anyone: 'names everyone: a role is trusted by named principals, or by {"AWS": "*"} with conditions',
  arnWildcard: "holds a wildcard: name the principal in full",
  federated:
    "is not an identity provider's ARN or host name: write arn:aws:iam::ACCOUNT:oidc-provider/NAME or …:saml-provider/NAME",
  stsOnly: "is not an action of sts, and a trust policy speaks of nothing else: write sts:AssumeRole… or take it out",
} as const;

/** One value or a list of them, as everywhere in IAM's grammar; read entry by entry, so that an error's path names it. */
function list<T extends z.ZodType>(item: T) {
  return z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).min(1, "is empty"),
  );
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
  const unknown = Object.keys(context.value).filter((operator) => parseOperator(operator) === null);
  for (const [index, operator] of unknown.entries()) {
    // Looking for the nearest name takes time: a few are enough for a person, and a stranger sends thousands.
    const message = describeOperator(operator, index < MAX_SUGGESTIONS);
    context.issues.push({ code: "custom", message, input: operator, path: [operator] });
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
  Statement: list(statement).superRefine((statements, context) => {
    const sids = statements.map((one) => one.Sid);
    for (const [index, sid] of sids.entries()) {
      if (sid === undefined || sid === "" || sids.indexOf(sid) === index) continue;
      context.addIssue({
        code: "custom",
        message: "stands at another statement too: a Sid is unique",
        path: [index, "Sid"],
      });
    }
  }),
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

/**
 * Reads a trust policy: JSON text, percent-encoded text as iam:GetRole answers it, or a value already parsed. Refuses
 * what IAM refuses as MalformedPolicyDocument: unknown elements (Resource has no place here), unknown operators, a key
 * twice, a Sid twice, actions outside sts, wildcards inside principals, a bare `*` and `Federated: "*"`; and more than
 * 4,096 characters beside white space. Never throws. IAM User Guide, reference_policies_grammar, reference_iam-quotas.
 */
export function parseTrustPolicy(document: unknown): Result<TrustPolicy, TrustPolicyError> {
  const json = readJsonDocument(document);
  if (!json.ok) return refuse(json.error.code, json.error.problems);
  const parsed = policy.safeParse(json.value, { error: describeIssue });
  if (parsed.success) return ok({ version: parsed.data.Version, statements: parsed.data.Statement.map(toStatement) });
  const problems = parsed.error.issues.map(toProblem);
  // What is wrong with the document itself says more than what it therefore lacks.
  const [whole, parts] = [problems.filter((one) => one.path === ""), problems.filter((one) => one.path !== "")];
  return refuse("trust_policy_invalid", [...whole, ...parts]);
}

const toProblem = (issue: z.core.$ZodIssue): DocumentProblem => ({
  path: formatPath(issue.path),
  message: issue.message,
});

function refuse(code: TrustPolicyError["code"], problems: readonly DocumentProblem[]) {
  const [first = { path: "", message: "is not a trust policy" }] = problems;
  return err({ code, ...first, problems });
}

const anyObject = z.record(z.string(), z.unknown());

/** The document as an object, as it is written. For documents that `parseTrustPolicy` took: anything else is empty. */
export function readDocument(document: unknown): Readonly<Record<string, unknown>> {
  const json = readJsonDocument(document);
  const object = json.ok ? anyObject.safeParse(json.value) : null;
  return object?.success ? object.data : {};
}
