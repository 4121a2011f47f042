import type { Partition } from "#lib/aws/partition";
import type { SetUp } from "./plan";

/** Permissions that do the least harm until an administrator has chosen others. */
export const buildReadOnlyArn = (partition: Partition): string => `arn:${partition}:iam::aws:policy/ReadOnlyAccess`;

/** What IAM takes as a description: one line of it, at most 1,000 characters (IAM API Reference, CreateRole). */
export const toIamDescription = (text: string): string =>
  text
    .replace(/[^\u0020-\u007e\u00a1-\u00ff]+/g, " ")
    .trim()
    .slice(0, 1000);

/** One line of comment: no control characters, no line breaks. */
export const toComment = (text: string): string => text.replace(/[\p{C}\u2028\u2029]+/gu, " ");

/** What a template is for, in one line. */
export const describeSetUp = ({ portalUrl, accountName, accountId }: SetUp): string =>
  toComment(`Lets the portal at ${portalUrl} into ${accountName} (${accountId}).`);

export const POLICY_HINT = "Managed policies of the role. ReadOnlyAccess until you choose what people may do.";
