import "server-only";
import type { STSClient } from "@aws-sdk/client-sts";
import type { Credentials } from "#lib/aws/credentials";

/** What STS gave. */
export type IssuedSession = {
  readonly credentials: Credentials;
  readonly assumedRoleArn: string;
  readonly requestId: string | null;
  readonly packedPolicySizePercent: number | null;
};

type SentCredentials = {
  readonly AccessKeyId: string | undefined;
  readonly SecretAccessKey: string | undefined;
  readonly SessionToken: string | undefined;
  readonly Expiration: Date | undefined;
};

type StsAnswer = {
  readonly Credentials?: SentCredentials | undefined;
  readonly AssumedRoleUser?: { readonly Arn: string | undefined } | undefined;
  readonly PackedPolicySize?: number | undefined;
  readonly $metadata: { readonly requestId?: string | undefined };
};

/** Null when a part is missing. */
export function toCredentials(sent: SentCredentials | undefined): Credentials | null {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = sent ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) return null;
  if (Number.isNaN(Expiration.getTime())) return null;
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    expiresAt: Expiration,
  };
}

/** Null when the answer lacks what every answer has; then it was no answer of STS. */
export function toIssuedSession(answer: StsAnswer): IssuedSession | null {
  const credentials = toCredentials(answer.Credentials);
  const assumedRoleArn = answer.AssumedRoleUser?.Arn;
  if (credentials === null || !assumedRoleArn) return null;
  return {
    credentials,
    assumedRoleArn,
    requestId: answer.$metadata.requestId ?? null,
    packedPolicySizePercent: answer.PackedPolicySize ?? null,
  };
}

/** One prepared call: what a file of this room named after an STS action returns. Null: the answer was none of STS's. */
export type StsCall = (client: STSClient) => Promise<IssuedSession | null>;
