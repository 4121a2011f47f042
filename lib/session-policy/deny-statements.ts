import { formatSecond } from "./format-second";
import type { DenyStatement } from "./policy-document";
import { COMMONLY_READ, listReadActions } from "./read-actions";

/**
 * IAM User Guide, "AWS: Denies access to AWS based on the requested Region": services with one endpoint, whose requests are
 * made to another Region wherever one works. The last two lists are what the consoles of S3 and EC2 ask for at the start.
 */
const NOT_REGIONAL = [
  ...["budgets:*", "ce:*", "cloudfront:*", "globalaccelerator:*", "health:*", "iam:*", "organizations:*"],
  ...[
    "route53:*",
    "shield:*",
    "support:*",
    "waf:*",
    "ec2:DescribeRegions",
    "s3:GetBucketLocation",
    "s3:ListAllMyBuckets",
  ],
];

/** IAM, and the other ways to change who may do what: Organizations, account settings, IAM Identity Center, Roles Anywhere. */
const IDENTITY_ACTIONS = [
  ...["iam:*", "organizations:*", "account:*", "sso:*", "sso-directory:*", "identitystore:*", "rolesanywhere:*"],
];

/** AWS lets every session ask who it is, whatever policies say: STS API Reference, GetCallerIdentity. */
const WHO_AM_I = "sts:GetCallerIdentity";

/**
 * Refuses whatever does not read. Without services there is room for the commonest ones, and the others cannot be read
 * either; with services, only their reads are left, which also makes the statement short.
 */
export function denyWrites(services: readonly string[] | null): DenyStatement {
  const reads = (services ?? COMMONLY_READ).flatMap(listReadActions);
  return { Effect: "Deny", NotAction: services === null ? reads : withWhoAmI(reads), Resource: "*" };
}

/** Refuses every action of other services. */
export function denyOtherServices(services: readonly string[]): DenyStatement {
  return { Effect: "Deny", NotAction: withWhoAmI(services.map((service) => `${service}:*`)), Resource: "*" };
}

const withWhoAmI = (actions: readonly string[]): readonly string[] =>
  actions.includes(WHO_AM_I) || actions.includes("sts:*") ? actions : [...actions, WHO_AM_I];

/** Refuses requests to other Regions, but for the services that have none. */
export function denyOtherRegions(region: string): DenyStatement {
  const Condition = { StringNotEquals: { "aws:RequestedRegion": region } };
  return { Effect: "Deny", NotAction: NOT_REGIONAL, Resource: "*", Condition };
}

/** Refuses to read or change who may do what, iam:PassRole included. */
export function denyIdentityActions(): DenyStatement {
  return { Effect: "Deny", Action: IDENTITY_ACTIONS, Resource: "*" };
}

/** Refuses everything from then on. To the second, as IAM writes dates. */
export function denyAfter(until: Date): DenyStatement {
  const Condition = { DateGreaterThan: { "aws:CurrentTime": formatSecond(until) } };
  return { Effect: "Deny", Action: "*", Resource: "*", Condition };
}

/**
 * Refuses everything from elsewhere, but for what an AWS service does on one's behalf. IAM User Guide, "AWS: Denies access to
 * AWS based on the source IP".
 */
export function denyOtherAddresses(cidr: string): DenyStatement {
  const Condition = { NotIpAddress: { "aws:SourceIp": cidr }, Bool: { "aws:ViaAWSService": "false" } };
  return { Effect: "Deny", Action: "*", Resource: "*", Condition };
}
