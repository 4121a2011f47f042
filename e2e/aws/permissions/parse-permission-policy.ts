import { z } from "zod";
import { err, ok, type Result } from "#lib/result";
import { parseOperator } from "#lib/trust/condition";
import type { PermissionPolicy, PermissionStatement } from "./policy";

const list = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item).min(1));

const action = z
  .string()
  .refine(
    (name) => /^(\*|\*:\*|[\w-]+:.+)$/.test(name),
    "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
  );
const resource = z.string().refine((name) => name === "*" || /^(arn|\*)[:*]/.test(name), {
  error: (issue) => `Resource ${String(issue.input)} must be in ARN format or "*".`,
});
const value = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const operator = z.string().refine((name) => parseOperator(name) !== null);

const statement = z
  .strictObject({
    Sid: z
      .string()
      .regex(/^[A-Za-z0-9]*$/)
      .optional(),
    Effect: z.enum(["Allow", "Deny"]),
    Action: list(action).optional(),
    NotAction: list(action).optional(),
    Resource: list(resource).optional(),
    NotResource: list(resource).optional(),
    Condition: z.record(operator, z.record(z.string().min(1), list(value))).optional(),
    Principal: z.never("Policy document should not specify a principal.").optional(),
    NotPrincipal: z.never("Policy document should not specify a principal.").optional(),
  })
  .refine((each) => each.Action !== undefined || each.NotAction !== undefined, "Policy statement must contain actions.")
  .refine(
    (each) => each.Resource !== undefined || each.NotResource !== undefined,
    "Policy statement must contain resources.",
  )
  .refine((each) => each.Action === undefined || each.NotAction === undefined)
  .refine((each) => each.Resource === undefined || each.NotResource === undefined);

const document = z.strictObject({
  Version: z.enum(["2012-10-17", "2008-10-17"]).default("2008-10-17"),
  Id: z.string().optional(),
  Statement: list(statement),
});

/** Of the errors that zod reports the one that IAM has words for; it calls the rest syntax errors. */
const SPOKEN = /^(Policy |Actions|Resource )/;

/**
 * Reads a permissions policy, as JSON text or already parsed. Refuses what IAM refuses as MalformedPolicyDocument, with its
 * words. IAM User Guide, reference_policies_grammar.
 */
export function parsePermissionPolicy(source: unknown): Result<PermissionPolicy, string> {
  const json = typeof source === "string" ? parseJson(source) : ok(source);
  if (!json.ok) return json;
  const parsed = document.safeParse(json.value);
  if (parsed.success) return ok({ version: parsed.data.Version, statements: parsed.data.Statement.map(toStatement) });
  const message = parsed.error.issues[0]?.message ?? "";
  return err(SPOKEN.test(message) ? message : "Syntax errors in policy.");
}

function parseJson(text: string): Result<unknown, string> {
  try {
    const parsed: unknown = JSON.parse(text);
    return ok(parsed);
  } catch {
    return err("This policy contains invalid Json");
  }
}

function toStatement(parsed: z.output<typeof statement>): PermissionStatement {
  return {
    effect: parsed.Effect,
    actions: parsed.Action ?? parsed.NotAction ?? [],
    exceptActions: parsed.NotAction !== undefined,
    resources: parsed.Resource ?? parsed.NotResource ?? [],
    exceptResources: parsed.NotResource !== undefined,
    conditions: Object.entries(parsed.Condition ?? {}).flatMap(([name, keys]) =>
      Object.entries(keys).map(([key, values]) => ({ operator: name, key, values })),
    ),
  };
}
