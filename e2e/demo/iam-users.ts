import type { UserDescription } from "#e2e/aws/description";

/** An IAM user of a person in payments-dev, with the key and the MFA device that they have at hand. */
export const BEN = {
  name: "ben.lindqvist",
  accessKeyId: "AKIAIOSFODNN7BENSKEY",
  secretAccessKey: "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",
  mfa: { serialNumber: "arn:aws:iam::630492718354:mfa/ben.lindqvist", code: "246810" },
} as const satisfies UserDescription;

/** By the name of the account that they are in. */
export const IAM_USERS: Readonly<Record<string, readonly UserDescription[]>> = { "payments-dev": [BEN] };
