import { parsePermissionPolicy } from "./parse-permission-policy";
import type { PermissionPolicy } from "./policy";

/** What a policy of AWS's allows, of the services that are here and some that are not. */
type Content = { readonly Action: readonly string[] } | { readonly NotAction: readonly string[] };

/**
 * AWS's own managed policies by the end of their ARN, restated in short: the real ones are longer and grow. AWS Managed
 * Policy Reference Guide.
 */
const CONTENTS: Readonly<Record<string, Content>> = {
  AdministratorAccess: { Action: ["*"] },
  PowerUserAccess: { NotAction: ["iam:*", "organizations:*", "account:*"] },
  ReadOnlyAccess: {
    Action: [
      ...["cloudwatch:Describe*", "cloudwatch:Get*", "cloudwatch:List*", "ec2:Describe*", "ec2:Get*", "iam:Generate*"],
      ...[
        "iam:Get*",
        "iam:List*",
        "lambda:Get*",
        "lambda:List*",
        "logs:Describe*",
        "logs:Get*",
        "logs:FilterLogEvents",
      ],
      ...["rds:Describe*", "rds:List*", "s3:Get*", "s3:List*"],
    ],
  },
  "job-function/ViewOnlyAccess": {
    Action: [
      ...["cloudwatch:Describe*", "cloudwatch:List*", "ec2:Describe*", "iam:List*", "lambda:List*", "logs:Describe*"],
      ...["rds:Describe*", "s3:ListAllMyBuckets", "s3:ListBucket"],
    ],
  },
  "job-function/Billing": {
    Action: ["account:GetAccountInformation", "aws-portal:*Billing", "billing:*", "budgets:*", "ce:*", "cur:*"],
  },
  AmazonS3ReadOnlyAccess: {
    Action: ["s3:Get*", "s3:List*", "s3:Describe*", "s3-object-lambda:Get*", "s3-object-lambda:List*"],
  },
  AmazonEC2ReadOnlyAccess: { Action: ["ec2:Describe*", "ec2:Get*", "cloudwatch:Describe*", "cloudwatch:ListMetrics"] },
};

function buildPolicy(content: Content): PermissionPolicy {
  const statement = { Effect: "Allow", Resource: "*", ...content };
  const parsed = parsePermissionPolicy({ Version: "2012-10-17", Statement: statement });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
}

const POLICIES: ReadonlyMap<string, PermissionPolicy> = new Map(
  Object.entries(CONTENTS).map(([name, content]) => [name, buildPolicy(content)]),
);

/** What a user or role may do unless its description says otherwise. */
export const EVERYTHING: PermissionPolicy = buildPolicy({ Action: ["*"] });

/** The policy that `arn:…:iam::aws:policy/NAME` means; null when it is not among those restated here. */
export function findManagedPolicy(name: string): PermissionPolicy | null {
  return POLICIES.get(name) ?? null;
}
