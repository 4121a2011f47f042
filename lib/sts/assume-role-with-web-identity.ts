import "server-only";
import { AssumeRoleWithWebIdentityCommand } from "@aws-sdk/client-sts";
import type { RoleArn } from "#lib/aws/arn";
import { type StsCall, toIssuedSession } from "./issued-session";
import { type SessionPolicies, sessionPolicies } from "./session-policies";

export type WebIdentityRequest = SessionPolicies & {
  readonly roleArn: RoleArn;
  readonly roleSessionName: string;
  readonly webIdentityToken: string;
  readonly durationSeconds: number;
};

/** AssumeRoleWithWebIdentity (STS API Reference). Tags and source identity are claims of the token. */
export const assumeRoleWithWebIdentity =
  (request: WebIdentityRequest): StsCall =>
  async (client) =>
    toIssuedSession(
      await client.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: request.roleArn,
          RoleSessionName: request.roleSessionName,
          WebIdentityToken: request.webIdentityToken,
          DurationSeconds: request.durationSeconds,
          ...sessionPolicies(request),
        }),
      ),
    );
