import { z } from "zod";
import { duration } from "./scalars";
import { forcedScopeSchema, reasonSchema, sessionPolicy } from "./session-schema";

/** The paths into AWS that a role can be reached by. */
export const VIAS = [
  "portal-oidc",
  "portal-saml",
  "idp-oidc",
  "idp-saml",
  "assume-role",
  "federation-token",
  "session-token",
] as const;
export type Via = (typeof VIAS)[number];

const roleArn = z
  .string()
  .regex(/^arn:[a-z-]+:iam::\d{12}:role\/[\x21-\x7e]{1,576}$/, "needs to be the ARN of an IAM role");
const mfaArn = z
  .string()
  .regex(
    /^(arn:[a-z-]+:iam::\d{12}:mfa\/[\w+=,.@/-]{1,226}|[\w-]{9,32})$/,
    "needs to be the ARN or serial of an MFA device",
  );

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
  maxDuration: duration({ min: "15m", max: "36h" })
    .prefault("1h")
    .describe("The role's MaxSessionDuration in IAM, up to 12h; federation-token up to 36h"),
  defaultDuration: duration({ min: "15m", max: "36h" }).optional(),
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
  policy: sessionPolicy
    .optional()
    .describe("Inline session policy, as a mapping or JSON text; federation-token needs this or policyArns"),
  scope: forcedScopeSchema.optional().describe("What every session of this role is narrowed to, whoever asks"),
  reason: reasonSchema.optional().describe("Asks the person for a reason or ticket"),
  externalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, "needs to be 2 to 1,224 letters, digits and + = , . @ : / -")
    .optional()
    .describe("assume-role and session-token: sent as ExternalId"),
  hubRole: roleArn
    .optional()
    .describe("assume-role: the role that the portal assumes first; sessions then last an hour"),
  hubExternalId: z
    .string()
    .regex(/^[\w+=,.@:/-]{2,1224}$/, "needs to be 2 to 1,224 letters, digits and + = , . @ : / -")
    .optional()
    .describe("ExternalId for hubRole"),
  mfaSerial: mfaArn
    .optional()
    .describe("assume-role: MFA device of the portal's IAM user; the person is asked for its code"),
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
