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

type StsAnswer = {
  readonly Credentials?:
    | {
        readonly AccessKeyId: string | undefined;
        readonly SecretAccessKey: string | undefined;
        readonly SessionToken: string | undefined;
        readonly Expiration: Date | undefined;
      }
    | undefined;
  readonly AssumedRoleUser?: { readonly Arn: string | undefined } | undefined;
  readonly PackedPolicySize?: number | undefined;
  readonly $metadata: { readonly requestId?: string | undefined };
};

/** Null when the answer lacks what every answer has; then it was no answer of STS. */
export function toIssuedSession(answer: StsAnswer): IssuedSession | null {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = answer.Credentials ?? {};
  const assumedRoleArn = answer.AssumedRoleUser?.Arn;
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration || !assumedRoleArn) return null;
  if (Number.isNaN(Expiration.getTime())) return null;
  return {
    credentials: {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiresAt: Expiration,
    },
    assumedRoleArn,
    requestId: answer.$metadata.requestId ?? null,
    packedPolicySizePercent: answer.PackedPolicySize ?? null,
  };
}

/** One prepared call: what a file of this room named after an STS action returns. Null: the answer was none of STS's. */
export type StsCall = (client: STSClient) => Promise<IssuedSession | null>;
