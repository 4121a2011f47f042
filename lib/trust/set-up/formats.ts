import { formatAwsCli } from "./aws-cli";
import { formatCloudFormation } from "./cloud-formation";
import type { SetUp } from "./plan";
import { formatTerraform } from "./terraform";

export type SetUpFormat = keyof typeof SET_UP_FORMATS;

/** Ready to be used as they are. */
export const SET_UP_FORMATS = {
  cloudformation: {
    label: "CloudFormation",
    extension: "yaml",
    write: formatCloudFormation,
  },
  terraform: {
    label: "Terraform",
    extension: "tf",
    write: formatTerraform,
  },
  cli: {
    label: "AWS CLI",
    extension: "sh",
    write: formatAwsCli,
  },
} as const satisfies Record<
  string,
  {
    readonly label: string;
    readonly extension: string;
    readonly write: (setUp: SetUp) => string;
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
