import { type Partition, partitionOfRegion, partitionRow } from "./partition";

export type Region = { readonly code: string; readonly name: string };

/** The Regions people choose from, as the console names them. A Region that is missing here still works when configured. */
export const REGIONS: Readonly<Record<Partition, readonly Region[]>> = {
  aws: [
    { code: "us-east-1", name: "US East (N. Virginia)" },
    { code: "us-east-2", name: "US East (Ohio)" },
    { code: "us-west-1", name: "US West (N. California)" },
    { code: "us-west-2", name: "US West (Oregon)" },
    { code: "af-south-1", name: "Africa (Cape Town)" },
    { code: "ap-east-1", name: "Asia Pacific (Hong Kong)" },
    { code: "ap-east-2", name: "Asia Pacific (Taipei)" },
    { code: "ap-northeast-1", name: "Asia Pacific (Tokyo)" },
    { code: "ap-northeast-2", name: "Asia Pacific (Seoul)" },
    { code: "ap-northeast-3", name: "Asia Pacific (Osaka)" },
    { code: "ap-south-1", name: "Asia Pacific (Mumbai)" },
    { code: "ap-south-2", name: "Asia Pacific (Hyderabad)" },
    { code: "ap-southeast-1", name: "Asia Pacific (Singapore)" },
    { code: "ap-southeast-2", name: "Asia Pacific (Sydney)" },
    { code: "ap-southeast-3", name: "Asia Pacific (Jakarta)" },
    { code: "ap-southeast-4", name: "Asia Pacific (Melbourne)" },
    { code: "ap-southeast-5", name: "Asia Pacific (Malaysia)" },
    { code: "ap-southeast-6", name: "Asia Pacific (New Zealand)" },
    { code: "ap-southeast-7", name: "Asia Pacific (Thailand)" },
    { code: "ca-central-1", name: "Canada (Central)" },
    { code: "ca-west-1", name: "Canada West (Calgary)" },
    { code: "eu-central-1", name: "Europe (Frankfurt)" },
    { code: "eu-central-2", name: "Europe (Zurich)" },
    { code: "eu-north-1", name: "Europe (Stockholm)" },
    { code: "eu-south-1", name: "Europe (Milan)" },
    { code: "eu-south-2", name: "Europe (Spain)" },
    { code: "eu-west-1", name: "Europe (Ireland)" },
    { code: "eu-west-2", name: "Europe (London)" },
    { code: "eu-west-3", name: "Europe (Paris)" },
    { code: "il-central-1", name: "Israel (Tel Aviv)" },
    { code: "me-central-1", name: "Middle East (UAE)" },
    { code: "me-south-1", name: "Middle East (Bahrain)" },
    { code: "mx-central-1", name: "Mexico (Central)" },
    { code: "sa-east-1", name: "South America (São Paulo)" },
  ],
  "aws-cn": [
    { code: "cn-north-1", name: "China (Beijing)" },
    { code: "cn-northwest-1", name: "China (Ningxia)" },
  ],
  "aws-us-gov": [
    { code: "us-gov-west-1", name: "AWS GovCloud (US-West)" },
    { code: "us-gov-east-1", name: "AWS GovCloud (US-East)" },
  ],
  "aws-eusc": [{ code: "eusc-de-east-1", name: "EU Sovereign Cloud (Germany)" }],
};

/** Whether a text has the form of a Region. Linear: each dash starts a part, so there is one way to read a text. */
export function isRegion(text: string): boolean {
  return text.length <= 32 && /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/.test(text);
}

/** The Regional STS endpoint: `https://sts.eu-west-1.amazonaws.com`. Throws on what is no Region, lest it name another host. */
export function stsEndpoint(region: string): string {
  if (!isRegion(region)) throw new Error("not a Region");
  return `https://sts.${region}.${partitionRow(partitionOfRegion(region)).dnsSuffix}`;
}

/**
 * Regions where every account has STS: the partition's that need no opt-in, in the order in which they are tried. AWS
 * Account Management Reference, "Enable or disable AWS Regions".
 */
const ALWAYS_ENABLED: Readonly<Record<Partition, readonly string[]>> = {
  aws: [
    ...["us-east-1", "us-west-2", "us-east-2", "us-west-1", "eu-central-1", "eu-west-1", "eu-west-2", "eu-west-3"],
    ...["eu-north-1", "ap-northeast-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-2", "ap-northeast-3"],
    ...["ap-south-1", "ca-central-1", "sa-east-1"],
  ],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-us-gov": ["us-gov-west-1", "us-gov-east-1"],
  "aws-eusc": ["eusc-de-east-1"],
};

/** Another Region of the same partition, on the same continent where there is one; null when the partition has no other. */
export function findFailoverRegion(region: string): string | null {
  const others = ALWAYS_ENABLED[partitionOfRegion(region)].filter((other) => other !== region);
  const continent = region.split("-")[0];
  return others.find((other) => other.split("-")[0] === continent) ?? others[0] ?? null;
}
