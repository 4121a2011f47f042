import { formatAwsCli } from "./aws-cli";
import { formatCloudFormation } from "./cloud-formation";
import type { SetUp } from "./plan";
import { formatTerraform } from "./terraform";

export type SetUpFormat = keyof typeof SET_UP_FORMATS;

/** Ready to be used as they are, and what to do with each, in order. */
export const SET_UP_FORMATS = {
  cloudformation: {
    label: "CloudFormation",
    extension: "yaml",
    write: formatCloudFormation,
    next: [
      "Choose the permissions of each role in its parameter; the default only reads.",
      "Deploy it as a stack, or as a StackSet to many accounts, in one Region and with CAPABILITY_NAMED_IAM.",
      "Set CreateProviders to false where the account has the identity providers already.",
    ],
  },
  terraform: {
    label: "Terraform",
    extension: "tf",
    write: formatTerraform,
    next: [
      "Choose the permissions of each role in its variable; the default only reads.",
      "Run terraform init and terraform apply with a provider that is signed in to this account.",
      "Set create_providers to false where the account has the identity providers already.",
    ],
  },
  cli: {
    label: "AWS CLI",
    extension: "sh",
    write: formatAwsCli,
    next: [
      "Choose the permissions of each new role in the line that begins with policy=; the default only reads.",
      "Run it with bash and the credentials of an administrator of this account; it stops in any other.",
      "Run it again after a change: it brings trust and durations up to date and keeps permissions.",
    ],
  },
} as const satisfies Record<
  string,
  {
    readonly label: string;
    readonly extension: string;
    readonly write: (setUp: SetUp) => string;
    readonly next: readonly [string, string, string];
  }
>;

export const isSetUpFormat = (text: string): text is SetUpFormat => Object.hasOwn(SET_UP_FORMATS, text);

/** `gatehouse-payments-prod.yaml` */
export function nameSetUpFile({ accountName, accountId }: SetUp, format: SetUpFormat): string {
  const slug = accountName
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `gatehouse-${slug || accountId}.${SET_UP_FORMATS[format].extension}`;
}
