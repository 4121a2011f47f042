import "server-only";
import { GetFederationTokenCommand } from "@aws-sdk/client-sts";
import type { SessionTag } from "#lib/aws/session-tags";
import { type StsCall, toIssuedSession } from "./issued-session";
import { type SessionPolicies, sessionPolicies } from "./session-policies";

export type FederationTokenRequest = SessionPolicies & {
  /** 2 to 32 characters. */
  readonly name: string;
  /** 900 to 129,600. */
  readonly durationSeconds: number;
  readonly tags: readonly SessionTag[];
};

/** GetFederationToken (STS API Reference). Signed by an IAM user's long-term key; without policies it gives nothing. */
export const getFederationToken =
  (request: FederationTokenRequest): StsCall =>
  async (client) => {
    const { tags } = request;
    const answer = await client.send(
      new GetFederationTokenCommand({
        Name: request.name,
        DurationSeconds: request.durationSeconds,
        ...sessionPolicies(request),
        ...(tags.length === 0 ? {} : { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
      }),
    );
    return toIssuedSession({ ...answer, AssumedRoleUser: { Arn: answer.FederatedUser?.Arn } });
  };
