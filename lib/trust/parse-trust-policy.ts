import { z } from "zod";
import { err, ok, type Result } from "#lib/result";
import { parseOperator } from "./condition";
import { describeIssue, suggestOperator } from "./parse-messages";
import { PRINCIPAL_KINDS, type Principals, type Statement, type TrustPolicy } from "./policy";
import { type DocumentRefusal, readJsonDocument } from "./read-document";
import { plain } from "./saying";
import type { CheckedProblem } from "./sayings-of-documents";
import { type DocumentProblem, formatPath } from "./scan-document";

/** `path` points into the document: `Statement[0].Condition.StringEqual`; `path` and `message` are the first problem's. */
export type TrustPolicyError = DocumentProblem & {
  readonly code: DocumentRefusal["code"];
  /** All that is wrong, in the document's order. */
  readonly problems: readonly DocumentProblem[];
};

const MAX_SUGGESTIONS = 5;

/** zod hands on a text with each refusal: here it is a code, of which `describeIssue` makes what is said. */
const checked = (code: CheckedProblem) => code;

/** One value or a list of them, as everywhere in IAM's grammar; read entry by entry, so that an error's path names it. */
function list<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).min(1));
}

const awsPrincipal = z
  .string()
  .min(1)
  .refine((name) => name === "*" || !/[*?]/.test(name), checked("wildcard"));
const namedPrincipal = z
  .string()
  .min(1)
  .refine((name) => !/[*?]/.test(name), checked("wildcard"));
const federatedPrincipal = namedPrincipal.refine(
  (name) => /^arn:[a-z-]+:iam::\d{12}:(saml|oidc)-provider\/.+$/.test(name) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(name),
  checked("not_a_provider"),
);

const principals = z
  .strictObject({
    AWS: list(awsPrincipal).optional(),
    Federated: list(federatedPrincipal).optional(),
    Service: list(namedPrincipal).optional(),
  })
  .refine((names) => Object.keys(names).length > 0, checked("nobody"));

const action = z.string().refine((name) => /^sts:/i.test(name), checked("not_sts"));
const conditionValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const conditions = z.record(z.string(), z.record(z.string().min(1), list(conditionValue))).check((context) => {
  const unknown = Object.keys(context.value).filter((operator) => parseOperator(operator) === null);
  for (const [index, operator] of unknown.entries()) {
    // Looking for the nearest name takes time: a few are enough for a person, and a stranger sends thousands.
    const params = { nearest: index < MAX_SUGGESTIONS ? suggestOperator(operator) : null };
    context.issues.push({ code: "custom", params, input: operator, path: [operator] });
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
  .refine((s) => (s.Principal === undefined) !== (s.NotPrincipal === undefined), checked("one_principal"))
  .refine((s) => (s.Action === undefined) !== (s.NotAction === undefined), checked("one_action"));

const policy = z.strictObject({
  Version: z.enum(["2012-10-17", "2008-10-17"]).default("2008-10-17"),
  Id: z.string().optional(),
  Statement: list(statement).superRefine((statements, context) => {
    const sids = statements.map((one) => one.Sid);
    for (const [index, sid] of sids.entries()) {
      if (sid === undefined || sid === "" || sids.indexOf(sid) === index) continue;
      context.addIssue({
        code: "custom",
        message: checked("sid_twice"),
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
  const parsed = policy.safeParse(json.value, { reportInput: true });
  if (parsed.success) return ok({ version: parsed.data.Version, statements: parsed.data.Statement.map(toStatement) });
  const problems = parsed.error.issues.flatMap(toProblems);
  // What is wrong with the document itself says more than what it therefore lacks.
  const [whole, parts] = [problems.filter((one) => one.path === ""), problems.filter((one) => one.path !== "")];
  return refuse("trust_policy_invalid", [...whole, ...parts]);
}

const toProblems = (issue: z.core.$ZodIssue): DocumentProblem[] =>
  describeIssue(issue).map((message) => ({ path: formatPath(issue.path), message }));

function refuse(code: TrustPolicyError["code"], problems: readonly DocumentProblem[]) {
  const [first = { path: "", message: plain("document.not_a_policy") }] = problems;
  return err({ code, ...first, problems });
}

const anyObject = z.record(z.string(), z.unknown());

/** The document as an object, as it is written. For documents that `parseTrustPolicy` took: anything else is empty. */
export function readDocument(document: unknown): Readonly<Record<string, unknown>> {
  const json = readJsonDocument(document);
  const object = json.ok ? anyObject.safeParse(json.value) : null;
  return object?.success ? object.data : {};
}
