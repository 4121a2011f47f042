import "server-only";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import type { SessionTag } from "#lib/aws/session-tags";
import { type StsCall, toIssuedSession } from "./issued-session";
import { type SessionPolicies, sessionPolicies } from "./session-policies";

export type AssumeRoleRequest = SessionPolicies & {
  readonly roleArn: string;
  readonly roleSessionName: string;
  readonly durationSeconds: number;
  readonly sourceIdentity: string | null;
  readonly tags: readonly SessionTag[];
  readonly transitiveTagKeys: readonly string[];
  readonly externalId: string | null;
  /** Of the caller's MFA device, with its six digits; both or neither. */
  readonly mfa: { readonly serialNumber: string; readonly tokenCode: string } | null;
};

/** AssumeRole (STS API Reference). Signed by whoever the client's credentials are. */
export const assumeRole =
  (request: AssumeRoleRequest): StsCall =>
  async (client) => {
    const { tags, transitiveTagKeys, mfa } = request;
    const command = new AssumeRoleCommand({
      RoleArn: request.roleArn,
      RoleSessionName: request.roleSessionName,
      DurationSeconds: request.durationSeconds,
      ...sessionPolicies(request),
      ...(request.sourceIdentity === null ? {} : { SourceIdentity: request.sourceIdentity }),
      ...(tags.length === 0 ? {} : { Tags: tags.map(({ key, value }) => ({ Key: key, Value: value })) }),
      ...(transitiveTagKeys.length === 0 ? {} : { TransitiveTagKeys: [...transitiveTagKeys] }),
      ...(request.externalId === null ? {} : { ExternalId: request.externalId }),
      ...(mfa === null ? {} : { SerialNumber: mfa.serialNumber, TokenCode: mfa.tokenCode }),
    });
    return toIssuedSession(await client.send(command));
  };
