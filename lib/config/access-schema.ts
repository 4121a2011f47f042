import { z } from "zod";
import { duration } from "./scalars";

/** The paths into AWS that a role can be reached by. */
export const VIAS = ["portal-oidc", "portal-saml", "idp-oidc", "idp-saml"] as const;
export type Via = (typeof VIAS)[number];

const roleSchema = z.strictObject({
  name: z
    .string()
    .regex(/^([\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/, "needs to be an IAM role name, or path/Name")
    .describe("IAM role name, with its path in front where it has one: path/Developer"),
  via: z.enum(VIAS).default("portal-oidc"),
  provider: z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe(
      "The IAM provider in that account: OIDC host and path, or SAML provider name. portal-oidc: the issuer when absent; portal-saml: gatehouse",
    ),
  idp: z
    .string()
    .optional()
    .describe("idp-oidc and idp-saml: id of the identity provider whose token or assertion is used"),
  description: z.string().max(1000).optional(),
  maxDuration: duration({ min: "15m", max: "12h" }).prefault("1h").describe("The role's MaxSessionDuration in IAM"),
  defaultDuration: duration({ min: "15m", max: "12h" }).optional(),
  sessionName: z
    .string()
    .min(1)
    .max(256)
    .optional()
    .describe("Template; {email} when absent, {subject} for people without one"),
  sourceIdentity: z.string().min(1).max(256).optional().describe("Template, for example {email}"),
  tags: z
    .record(z.string().min(1).max(128), z.string().max(256))
    .default({})
    .describe("Session tags; values are templates"),
  transitiveTags: z.array(z.string().min(1).max(128)).default([]),
  policyArns: z
    .array(z.string().regex(/^arn:[\w-]+:iam::(aws|\d{12}):policy\/.+$/, "needs to be the ARN of an IAM policy"))
    .max(10)
    .default([]),
  externalId: z.string().min(2).max(1224).optional(),
});

const accountSchema = z.strictObject({
  id: z
    .string({ error: 'needs to be 12 digits in quotes, such as "111111111111"' })
    .regex(/^\d{12}$/, 'needs to be 12 digits in quotes, such as "111111111111"'),
  name: z.string().regex(/^[^/*=,{}\s][^/*=,{}]{0,79}$/, "needs to be 1 to 80 characters without / * = , { }"),
  labels: z.record(z.string().regex(/^[^/*=,]+$/), z.string().regex(/^[^/*=,]*$/)).default({}),
  region: z
    .string()
    .regex(/^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/, "needs to be a Region such as eu-west-1")
    .optional(),
  partition: z
    .enum(["aws", "aws-cn", "aws-us-gov", "aws-eusc"])
    .optional()
    .describe("Follows from the Region when absent"),
  roles: z.array(roleSchema).default([]),
});

const nonEmpty = z.array(z.string().min(1)).min(1);

const ruleSchema = z
  .strictObject({
    group: z
      .string()
      .min(1)
      .max(256)
      .optional()
      .describe("One group, exactly; or a template with {account} and {role}"),
    groups: nonEmpty.optional().describe("Any of these groups, exactly"),
    claims: z
      .record(z.string().min(1), nonEmpty)
      .optional()
      .describe("For each claim named, any of its values, exactly"),
    idp: z.string().optional().describe("Only people who signed in through this identity provider"),
    roles: nonEmpty.describe(
      "account/role: account by id, name, glob (payments-*), label (env=prod) or *; role by name, glob or *",
    ),
  })
  .refine((rule) => rule.group !== undefined || rule.groups !== undefined || rule.claims !== undefined, {
    error: "needs one of group, groups or claims; otherwise it would hold for everybody",
  });

export const accessSchema = z.strictObject({
  accounts: z.array(accountSchema).default([]),
  rules: z.array(ruleSchema).default([]),
});

export type AccessConfig = z.output<typeof accessSchema>;
export type AccountConfig = z.output<typeof accountSchema>;
export type RoleConfig = z.output<typeof roleSchema>;
export type RuleConfig = z.output<typeof ruleSchema>;
