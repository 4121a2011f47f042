/**
 * What differs between the partitions of AWS. A partition is added here, as one row, and nowhere else.
 * Hosts: IAM User Guide, "Enabling custom identity broker access to the AWS console"; STS suffixes: botocore's STS endpoint rules;
 * IAM, which has one endpoint a partition, signed for its default Region: AWS General Reference, "IAM endpoints and quotas".
 * `bareSigninRegions` are those that sign in at the domain itself; every other Region stands in front of it. `null`: all do.
 */
export const PARTITIONS = {
  aws: {
    name: "AWS",
    regionPrefix: "",
    defaultRegion: "us-east-1",
    dnsSuffix: "amazonaws.com",
    signinDomain: "signin.aws.amazon.com",
    bareSigninRegions: ["us-east-1"],
    consoleDomain: "console.aws.amazon.com",
    iamHost: "iam.amazonaws.com",
  },
  "aws-cn": {
    name: "AWS China",
    regionPrefix: "cn-",
    defaultRegion: "cn-north-1",
    dnsSuffix: "amazonaws.com.cn",
    signinDomain: "signin.amazonaws.cn",
    bareSigninRegions: null,
    consoleDomain: "console.amazonaws.cn",
    iamHost: "iam.cn-north-1.amazonaws.com.cn",
  },
  "aws-us-gov": {
    name: "AWS GovCloud (US)",
    regionPrefix: "us-gov-",
    defaultRegion: "us-gov-west-1",
    dnsSuffix: "amazonaws.com",
    signinDomain: "signin.amazonaws-us-gov.com",
    bareSigninRegions: ["us-gov-west-1"],
    consoleDomain: "console.amazonaws-us-gov.com",
    iamHost: "iam.us-gov.amazonaws.com",
  },
  "aws-eusc": {
    name: "AWS European Sovereign Cloud",
    regionPrefix: "eusc-",
    defaultRegion: "eusc-de-east-1",
    dnsSuffix: "amazonaws.eu",
    signinDomain: "signin.amazonaws-eusc.eu",
    bareSigninRegions: [],
    consoleDomain: "console.amazonaws-eusc.eu",
    iamHost: "iam.eusc-de-east-1.amazonaws.eu",
  },
} as const satisfies Record<string, PartitionRow>;

type PartitionRow = {
  readonly name: string;
  readonly regionPrefix: string;
  readonly defaultRegion: string;
  readonly dnsSuffix: string;
  readonly signinDomain: string;
  readonly bareSigninRegions: readonly string[] | null;
  readonly consoleDomain: string;
  readonly iamHost: string;
};

export type Partition = keyof typeof PARTITIONS;

/** Whether a text names a partition that the portal knows. The isolated partitions (`aws-iso…`) are not among them. */
export function isPartition(text: string): text is Partition {
  return Object.hasOwn(PARTITIONS, text);
}

/** The row of a partition, widened, so that callers need not care which partition lacks what. */
export function partitionRow(partition: Partition): PartitionRow {
  return PARTITIONS[partition];
}

/** The partition a Region belongs to, by its prefix; `aws` for whatever has none of the others' prefixes. */
export function partitionOfRegion(region: string): Partition {
  if (region.startsWith(PARTITIONS["aws-cn"].regionPrefix)) return "aws-cn";
  if (region.startsWith(PARTITIONS["aws-us-gov"].regionPrefix)) return "aws-us-gov";
  if (region.startsWith(PARTITIONS["aws-eusc"].regionPrefix)) return "aws-eusc";
  return "aws";
}
